import Type from 'typebox';
import * as log from '../log/schema.ts';
import { done, ofPrison, operation, staffOf } from './operation.ts';

/** The transparency log and its witnesses. */
export const logOperations = {
  'POST /api/kiosks/log': operation({
    reach: { who: 'kiosk' },
    summary: 'A witness says what it saw of the log, and gets the newest head with the proof of growth.',
    body: log.WitnessBody,
    reply: log.WitnessReply,
    problems: [],
  }),
  'POST /api/kiosks/log/cosign': operation({
    reach: { who: 'kiosk' },
    summary: 'A witness cosigns a head.',
    body: log.CosignBody,
    reply: done,
    problems: ['kiosk-signature-wrong'],
  }),
  'POST /api/kiosks/log/proofs': operation({
    reach: { who: 'kiosk' },
    summary: 'Of its own items the proofs that a head which kiosks saw holds them (c2sp.org/tlog-proof).',
    body: log.ProofsBody,
    reply: log.ProofsReply,
    problems: [],
  }),
  'GET /api/logs': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight', 'officer-in-charge'),
    summary: 'Each log: what is signed, who witnessed it, what contradicts it.',
    reply: Type.Object({ logs: Type.Array(log.LogStanding) }),
    problems: [],
  }),
  'GET /api/logs/inclusion': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight'),
    summary: 'The proof that an entry is in the log of a size (RFC 6962).',
    query: log.InclusionQuery,
    reply: log.ProofReply,
    problems: ['not-found'],
  }),
  'GET /api/logs/consistency': operation({
    reach: staffOf('visiting-justice', 'commissioner', 'oversight'),
    summary: 'The proof that the log of a size begins with an older one (RFC 6962).',
    query: log.ConsistencyQuery,
    reply: log.ProofReply,
    problems: ['not-found'],
  }),
  'GET /api/logs/export': operation({
    reach: staffOf('visiting-justice', 'commissioner'),
    summary: 'A part of an export of the log: entries, and of their contents what this reader may open.',
    query: log.ExportQuery,
    reply: log.ExportReply,
    problems: ['not-found'],
  }),
  'POST /api/logs/continue': operation({
    reach: staffOf('visiting-justice', 'commissioner'),
    summary: 'Lets a held log go on, under a new name and in the open.',
    query: ofPrison,
    body: log.ContinueBody,
    reply: done,
    problems: ['not-found', 'not-in-this-state'],
  }),
};
