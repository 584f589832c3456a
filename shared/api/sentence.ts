import Type from 'typebox';
import * as register from '../prisoner/register.ts';
import { Id } from '../schema.ts';
import { SentenceEntryBody } from '../sentence/entry.ts';
import { SentenceView } from '../sentence/view.ts';
import { byId, done, operation, recordRoles, reversal, staffOf } from './operation.ts';

/** The sentence record and its dates. */
export const sentenceOperations = {
  'POST /api/sentence/open': operation({
    reach: { who: 'prisoner' },
    summary: 'His sentence and both dates; what he is shown is kept.',
    reply: SentenceView,
    problems: [],
  }),
  'POST /api/notices/:id': operation({
    reach: { who: 'prisoner' },
    summary: 'A forfeiture was opened, heard, or is not agreed with.',
    params: byId,
    body: register.NoticeBody,
    reply: done,
    problems: ['not-found'],
  }),
  'GET /api/prisoners/:id/sentence': operation({
    reach: staffOf(...recordRoles),
    summary: 'One record: the dates, the count, every line, what he was shown.',
    params: byId,
    query: register.RecordQuery,
    reply: register.SentencePage,
    problems: ['not-found', 'value-wrong'],
  }),
  'POST /api/prisoners/:id/sentence/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Adds a line.',
    params: byId,
    body: SentenceEntryBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'forfeiture-beyond-remission'],
  }),
  'POST /api/prisoners/:id/sentence/reversals': reversal,
  'POST /api/prisoners/:id/sentence/check': operation({
    reach: staffOf(...recordRoles),
    summary: 'Rule 94: the documentation office first, then the officer in charge or his deputy.',
    params: byId,
    reply: done,
    problems: ['not-found', 'nothing-to-check', 'already-decided', 'second-person-needed'],
  }),
};
