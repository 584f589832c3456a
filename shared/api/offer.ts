import Type from 'typebox';
import * as offer from '../offer/schema.ts';
import { Id } from '../schema.ts';
import { placementRoles, roundRoles } from '../staff/roles.ts';
import { byId, done, operation, staffOf } from './operation.ts';

/** Rounds with a carried kiosk, and who is held where he cannot come to one. */
export const offerOperations = {
  'GET /api/offers': operation({
    reach: staffOf(...roundRoles),
    summary: 'Who is held apart, and on which days nobody brought him a kiosk.',
    reply: offer.Rounds,
    problems: ['not-found'],
  }),
  'POST /api/placements': operation({
    reach: staffOf(...placementRoles),
    summary: 'Somebody is held where he cannot come to a kiosk.',
    body: offer.PlacementBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'already-held', 'out-of-bounds'],
  }),
  'POST /api/placements/:id/end': operation({
    reach: staffOf(...placementRoles),
    summary: 'He came out, today.',
    params: byId,
    reply: done,
    problems: ['not-found'],
  }),
};
