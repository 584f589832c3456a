import Type from 'typebox';
import { RecordQuery } from '../prisoner/register.ts';
import { Id } from '../schema.ts';
import { StageEntryBody } from '../stage/entry.ts';
import { StagePage } from '../stage/schema.ts';
import { StageView } from '../stage/view.ts';
import { byId, operation, recordRoles, reversal, staffOf } from './operation.ts';

/** Stage and privileges. */
export const stageOperations = {
  'GET /api/stage': operation({
    reach: { who: 'prisoner' },
    summary: 'His own stage: the ladder, what each rung brings, what is needed next.',
    reply: StageView,
    problems: [],
  }),
  'GET /api/prisoners/:id/stage': operation({
    reach: staffOf(...recordRoles),
    summary: 'One prisoner’s stage with every line of it.',
    params: byId,
    query: RecordQuery,
    reply: StagePage,
    problems: ['not-found', 'value-wrong'],
  }),
  'POST /api/prisoners/:id/stage/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Adds a stage decision, a day of review, a forfeited privilege.',
    params: byId,
    body: StageEntryBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong'],
  }),
  'POST /api/prisoners/:id/stage/reversals': reversal,
};
