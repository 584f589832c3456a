import Type from 'typebox';
import { Heard, WordsBody } from '../recording/schema.ts';
import { Id } from '../schema.ts';
import { caseRoles } from '../staff/roles.ts';
import * as submission from '../submission/case-schema.ts';
import { acting, byNumber, done, ofPrison, operation, staffOf } from './operation.ts';

const lifeProblems = [
  'not-yours-to-see',
  'not-in-this-state',
  'not-your-role',
  'reply-pending',
  'nothing-pending',
  'changed-meanwhile',
] as const;

/** Who writes replies; of which cases, the life of a submission says. */
const answering = ['officer-in-charge', 'deputy', 'unit-officer', 'commissioner'] as const;

const listQuery = Type.Object(
  {
    /** `reading`: what waits for the first reader; `open` holds it too. */
    list: Type.Optional(Type.Enum(['reading', 'open', 'answered', 'finished'])),
    search: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(submission.CaseRow.properties.kind),
    wing: Type.Optional(Id),
    /** A register number: those of the last seven days that say the same as this one, and itself. */
    alike: Type.Optional(Type.Integer({ minimum: 1 })),
    after: Type.Optional(Type.String({ maxLength: 80 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

/** Submissions, as officers meet them: cases. */
export const caseOperations = {
  'GET /api/cases': operation({
    reach: staffOf(...caseRoles),
    summary: 'The list of cases that the reader may open, due first.',
    query: listQuery,
    reply: Type.Object({
      cases: Type.Array(submission.CaseRow),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    problems: [],
  }),
  'GET /api/cases/counts': operation({
    reach: staffOf(...caseRoles),
    summary: 'Open, overdue and answered cases that the reader may open, by wing and kind.',
    reply: Type.Object({
      reading: Type.Integer(),
      open: Type.Integer(),
      overdue: Type.Integer(),
      dueToday: Type.Integer(),
      answered: Type.Integer(),
      byWing: Type.Array(Type.Object({ wing: Type.String(), open: Type.Integer(), overdue: Type.Integer() })),
      byKind: Type.Array(
        Type.Object({
          kind: submission.CaseRow.properties.kind,
          open: Type.Integer(),
          overdue: Type.Integer(),
        }),
      ),
    }),
    problems: [],
  }),
  'GET /api/cases/alike': operation({
    reach: staffOf(...caseRoles),
    summary: 'What several people of one wing say at the same time, most people first.',
    reply: Type.Object({ groups: Type.Array(submission.AlikeGroup) }),
    problems: [],
  }),
  'GET /api/cases/:number': operation({
    reach: staffOf(...caseRoles),
    summary: 'One case, redacted for the reader.',
    params: byNumber,
    query: ofPrison,
    reply: submission.CasePage,
    problems: ['not-yours-to-see'],
  }),
  'GET /api/cases/:number/recording': operation({
    reach: staffOf(...caseRoles),
    summary: 'What was spoken; that somebody heard it stands in the log.',
    params: byNumber,
    query: ofPrison,
    reply: Heard,
    problems: ['not-yours-to-see', 'recording-not-here'],
  }),
  'POST /api/cases/:number/words': operation({
    reach: staffOf('first-reader'),
    summary: 'Types what is heard in a recording, or its translation, beside it.',
    params: byNumber,
    query: ofPrison,
    body: WordsBody,
    reply: done,
    problems: ['not-yours-to-see', 'recording-not-here'],
  }),
  'POST /api/cases/:number/pass': operation({
    reach: acting('pass', 'first-reader', 'commissioner'),
    summary: 'The first reader records who is named and passes the case on.',
    params: byNumber,
    query: ofPrison,
    body: submission.PassBody,
    reply: done,
    problems: [...lifeProblems, 'named-unknown'],
  }),
  'POST /api/cases/:number/route': operation({
    reach: acting('route', 'first-reader', 'officer-in-charge', 'deputy'),
    summary: 'Gives the case to a unit.',
    params: byNumber,
    query: ofPrison,
    body: submission.RouteBody,
    reply: done,
    problems: [...lifeProblems, 'unit-unknown'],
  }),
  'POST /api/cases/:number/return': operation({
    reach: acting('return', 'unit-officer'),
    summary: 'The unit gives it back with a reason.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/:number/answer': operation({
    reach: acting('answer', ...answering),
    summary: 'Writes a reply; it is sent after ten seconds.',
    params: byNumber,
    query: ofPrison,
    body: submission.AnswerBody,
    reply: submission.CaseReply,
    problems: [...lifeProblems, 'outcome-incomplete', 'outcome-day'],
  }),
  'POST /api/cases/:number/call-back': operation({
    reach: acting('call-back', ...answering),
    summary: 'Calls the reply back before its ten seconds are over.',
    params: byNumber,
    query: ofPrison,
    body: submission.VersionBody,
    reply: done,
    problems: [...lifeProblems, 'too-late-to-call-back'],
  }),
  'POST /api/cases/:number/close': operation({
    reach: acting('close', 'officer-in-charge', 'deputy', 'commissioner'),
    summary: 'Closes without the prisoner’s word, with a reason.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/:number/forward': operation({
    reach: acting('forward', 'officer-in-charge', 'deputy'),
    summary: 'Sends a petition on to the Commissioner with a comment (rule 140).',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/:number/note': operation({
    reach: acting('note', 'first-reader', 'unit-officer', 'officer-in-charge', 'deputy', 'commissioner'),
    summary: 'A note between officers; never shown to the prisoner.',
    params: byNumber,
    query: ofPrison,
    body: submission.NoteBody,
    reply: done,
    problems: lifeProblems,
  }),
  'POST /api/cases/answers': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'unit-officer'),
    summary: 'One answer to several cases, to each in its own language; all of them or none.',
    body: submission.AnswerTogetherBody,
    reply: Type.Object({ sendsAt: Type.String() }),
    problems: [...lifeProblems, 'outcome-incomplete', 'outcome-day', 'about-officer'],
  }),
  'POST /api/cases/call-backs': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'unit-officer'),
    summary: 'Calls several replies back before their ten seconds are over; all of them or none.',
    body: submission.CallBackTogetherBody,
    reply: done,
    problems: [...lifeProblems, 'too-late-to-call-back'],
  }),
  'POST /api/cases/routes': operation({
    reach: staffOf('first-reader', 'officer-in-charge', 'deputy'),
    summary: 'Gives several cases to a unit, without names; all of them or none.',
    body: submission.RouteTogetherBody,
    reply: done,
    problems: [...lifeProblems, 'unit-unknown'],
  }),
};
