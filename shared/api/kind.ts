import Type from 'typebox';
import { Id } from '../schema.ts';
import * as kind from '../submission/kind-schema.ts';
import { byId, done, operation, recordRoles, staffOf } from './operation.ts';

/** How each kind of submission is asked, routed and timed. */
export const kindOperations = {
  'GET /api/kinds': operation({
    reach: staffOf(...recordRoles, 'commissioner', 'visiting-justice'),
    summary: 'Every kind as kiosks offer it, its history, and what waits for a second person.',
    reply: kind.KindBook,
    problems: [],
  }),
  'POST /api/kinds': operation({
    reach: staffOf(...recordRoles),
    summary: 'Proposes how a kind is asked, routed and timed; it counts once a second person has decided.',
    body: kind.KindChangeBody,
    reply: Type.Object({ id: Id }),
    problems: ['value-wrong', 'out-of-bounds', 'no-live-reader'],
  }),
  'POST /api/kinds/:id/decide': operation({
    reach: staffOf('commissioner', 'officer-in-charge', 'deputy'),
    summary: 'The second person, never under the first, accepts or refuses.',
    params: byId,
    body: kind.KindDecisionBody,
    reply: done,
    problems: [
      'not-found',
      'already-decided',
      'second-person-needed',
      'value-wrong',
      'out-of-bounds',
      'no-live-reader',
    ],
  }),
};
