import { VisitPack, VisitQuery } from '../visit/schema.ts';
import { operation, staffOf } from './operation.ts';

/** The visiting justice's visit (rules 106 to 111). */
export const visitOperations = {
  'GET /api/visit': operation({
    reach: staffOf('visiting-justice'),
    summary: 'The pack since a day (a month without one): what the visiting justice looks at.',
    query: VisitQuery,
    reply: VisitPack,
    problems: ['not-found', 'value-wrong'],
  }),
};
