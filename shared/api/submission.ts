import Type from 'typebox';
import * as prisoner from '../prisoner/schema.ts';
import { RecordingParts } from '../recording/schema.ts';
import * as submission from '../submission/schema.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** Submissions, as a kiosk and their writers meet them. */
export const submissionOperations = {
  'POST /api/intake': operation({
    reach: { who: 'kiosk-signature' },
    summary: 'Takes one sealed item; the same again gets the original receipt.',
    body: submission.SealedItem,
    reply: submission.Receipt,
    problems: ['kiosk-unknown', 'kiosk-signature-wrong', 'hash-wrong', 'id-conflict', 'too-busy'],
  }),
  'POST /api/intake/parts': operation({
    reach: { who: 'kiosk-signature' },
    summary: 'Takes sealed pieces of a recording; the same again gets a receipt for the same.',
    body: RecordingParts,
    reply: submission.Receipt,
    bodyLimit: 512 * 1024,
    problems: ['kiosk-unknown', 'kiosk-signature-wrong', 'id-conflict'],
  }),
  'POST /api/claims/:id': operation({
    reach: { who: 'prisoner' },
    summary: 'Was this you? Yes needs the receipt code.',
    params: byId,
    body: prisoner.ClaimBody,
    reply: done,
    problems: ['pin-just-reset', 'not-found', 'code-wrong', 'claim-answered'],
  }),
  'GET /api/submissions': operation({
    reach: { who: 'prisoner' },
    summary: 'His own submissions, newest first.',
    reply: Type.Object({ submissions: Type.Array(submission.OwnSubmission) }),
    problems: [],
  }),
  'POST /api/submissions/:id/opened': operation({
    reach: { who: 'prisoner' },
    summary: 'The reply was opened: it is delivered.',
    params: byId,
    reply: submission.OwnSubmission,
    problems: ['pin-just-reset', 'not-found', 'not-in-this-state'],
  }),
  'POST /api/submissions/:id/settle': operation({
    reach: { who: 'prisoner' },
    summary: 'Settled, or not settled.',
    params: byId,
    body: prisoner.SettleBody,
    reply: submission.OwnSubmission,
    problems: ['pin-just-reset', 'not-found', 'not-in-this-state', 'reopenings-used'],
  }),
  'POST /api/codes': operation({
    reach: { who: 'kiosk' },
    summary: 'What a receipt code alone shows.',
    body: prisoner.CodeLookupBody,
    reply: submission.CodeState,
    problems: [
      'code-wrong',
      'slow-down',
      'paper-not-entered',
      'receipt-without-submission',
      'not-opened-yet',
    ],
  }),
  'POST /api/codes/settle': operation({
    reach: { who: 'kiosk' },
    summary: 'Settled or not, by the code of a nameless submission.',
    body: prisoner.CodeSettleBody,
    reply: submission.CodeState,
    problems: [
      'code-wrong',
      'slow-down',
      'paper-not-entered',
      'receipt-without-submission',
      'not-opened-yet',
      'not-in-this-state',
      'reopenings-used',
    ],
  }),
  'GET /api/claims': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Numbers claimed with a PIN that did not fit, and how many wait for their check.',
    reply: Type.Object({
      claims: Type.Array(
        Type.Object({
          case: Type.Union([Type.Integer(), Type.Null()]),
          number: Type.String(),
          at: Type.String(),
          state: Type.Enum(['open', 'mine', 'not-mine']),
        }),
      ),
      waiting: Type.Integer({ description: 'Submissions whose number and PIN are not checked yet.' }),
    }),
    problems: [],
  }),
};
