import Type from 'typebox';
import * as staff from '../staff/schema.ts';
import { operation, staffOf } from './operation.ts';

/** Irregularities. */
export const irregularityOperations = {
  'GET /api/irregularities': operation({
    reach: staffOf('officer-in-charge', 'deputy', 'visiting-justice', 'commissioner', 'administrator'),
    summary: 'Conflicts, envelopes that did not open, missing or doubled numbers, clock jumps.',
    reply: Type.Object({ irregularities: Type.Array(staff.Irregularity) }),
    problems: [],
  }),
};
