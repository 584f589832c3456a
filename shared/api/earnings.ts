import Type from 'typebox';
import { DebitBody, WorkDayBody } from '../earnings/entry.ts';
import * as earnings from '../earnings/schema.ts';
import { EarningsView } from '../earnings/view.ts';
import { Id } from '../schema.ts';
import { byId, operation, recordRoles, reversal, staffOf } from './operation.ts';

/** Earnings. */
export const earningsOperations = {
  'GET /api/earnings': operation({
    reach: { who: 'prisoner' },
    summary: 'His own earnings as sums; nothing here changes money.',
    reply: EarningsView,
    problems: [],
  }),
  'GET /api/prisoners/:id/earnings': operation({
    reach: staffOf(...recordRoles),
    summary: 'One prisoner’s earnings, and the statement of a month.',
    params: byId,
    query: earnings.EarningsQuery,
    reply: earnings.EarningsPage,
    problems: ['not-found', 'value-wrong'],
  }),
  'POST /api/prisoners/:id/earnings/lines': operation({
    reach: staffOf('documentation-office'),
    summary: 'Takes something off: canteen, remittance, paid on release.',
    params: byId,
    body: DebitBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'value-wrong', 'beyond-spendable'],
  }),
  'POST /api/prisoners/:id/earnings/reversals': reversal,
  'GET /api/earnings/day': operation({
    reach: staffOf(...recordRoles),
    summary: 'Rule 90: the sheet of a wing on a day.',
    query: earnings.WorkSheetQuery,
    reply: earnings.WorkSheet,
    problems: [],
  }),
  'POST /api/earnings/day': operation({
    reach: staffOf('documentation-office'),
    summary: 'Rule 90: who worked on a day, at the rates of that day; all or nothing.',
    body: WorkDayBody,
    bodyLimit: 128 * 1024,
    reply: Type.Object({ entered: Type.Integer() }),
    problems: ['value-wrong', 'not-found', 'work-entered', 'rate-unknown'],
  }),
};
