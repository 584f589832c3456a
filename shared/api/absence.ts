import Type from 'typebox';
import { Id } from '../schema.ts';
import { absenceRoles, enteringRoles } from '../staff/absence.ts';
import { AbsenceBody, AbsencePage } from '../staff/absence-schema.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** Who stands in for the officer in charge while he is away (rule 141). */
export const absenceOperations = {
  'GET /api/absences': operation({
    reach: staffOf(...absenceRoles),
    summary: 'Who stood, stands and will stand in for the officer in charge.',
    reply: AbsencePage,
    problems: [],
  }),
  'POST /api/absences': operation({
    reach: staffOf(...enteringRoles),
    summary: 'An officer stands in from one day until another.',
    body: AbsenceBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'out-of-bounds', 'absence-overlaps'],
  }),
  'POST /api/absences/:id/end': operation({
    reach: staffOf(...enteringRoles),
    summary: 'The officer in charge is back, at once; or it is called off.',
    params: byId,
    reply: done,
    problems: ['not-found', 'already-decided'],
  }),
};
