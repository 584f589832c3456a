import Type from 'typebox';
import * as letter from '../letter/schema.ts';
import { Receipt } from '../submission/schema.ts';
import { done, operation, staffOf } from './operation.ts';

/** Sealed letters to the visiting justices. */
export const letterOperations = {
  'GET /api/kiosks/letters': operation({
    reach: { who: 'kiosk' },
    summary: 'What a kiosk needs to take sealed letters: the direction, whose keys count, the answers.',
    reply: letter.LetterDesk,
    problems: [],
  }),
  'POST /api/letters/batches': operation({
    reach: { who: 'kiosk-signature' },
    summary: "Takes a kiosk's tray of a night; the same again gets the original receipt.",
    body: letter.LetterBatch,
    reply: Receipt,
    bodyLimit: 128 * 1024,
    problems: ['kiosk-unknown', 'kiosk-signature-wrong', 'hash-wrong', 'id-conflict'],
  }),
  'GET /api/letters': operation({
    reach: staffOf('visiting-justice', 'commissioner'),
    summary: 'Of each prison the direction, the register of keys, and how many trays came.',
    reply: Type.Object({ prisons: Type.Array(letter.LetterStanding) }),
    problems: [],
  }),
  'POST /api/letters/keys': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Enters a signed line of the register of keys.',
    body: letter.KeyStatement,
    reply: done,
    problems: ['not-found', 'letter-key-refused'],
  }),
  'GET /api/letters/pack': operation({
    reach: staffOf('visiting-justice'),
    summary: 'The trays since a day, or all, sealed once more as one file for the reader.',
    query: Type.Object(
      { since: Type.Optional(letter.AnswerSheet.properties.madeAt) },
      { additionalProperties: false },
    ),
    reply: letter.LetterPack,
    problems: ['not-found', 'letters-no-reader'],
  }),
  'POST /api/letters/answers': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Enters the answers that a justice made in his reader.',
    body: letter.AnswerSheet,
    reply: done,
    bodyLimit: 512 * 1024,
    problems: ['not-found', 'letter-sheet-refused', 'id-conflict'],
  }),
};
