import Type from 'typebox';
import * as pin from '../prisoner/pin-schema.ts';
import * as prisoner from '../prisoner/schema.ts';
import { Id } from '../schema.ts';
import { byId, done, operation, recordRoles, staffOf } from './operation.ts';

/** PINs: slips, resets, one of his own. */
export const pinOperations = {
  'POST /api/prisoners/own-pin': operation({
    reach: { who: 'kiosk' },
    summary: 'A PIN of his own in place of the slip’s, and he is signed in.',
    body: pin.ChoosePinBody,
    reply: prisoner.SignedIn,
    problems: ['sign-in-wrong', 'slow-down', 'pin-weak'],
  }),
  'GET /api/pins': operation({
    reach: staffOf(...recordRoles),
    summary: 'Who has no PIN yet, and the resets on their way.',
    query: pin.PinQuery,
    reply: pin.PinList,
    problems: ['not-found'],
  }),
  'POST /api/pins/print': operation({
    reach: staffOf('documentation-office'),
    summary: 'Makes PINs for slips: given this once, and changed at the first sign-in.',
    body: pin.PrintBody,
    reply: Type.Object({ slips: Type.Array(pin.PinSlip) }),
    problems: ['not-found', 'second-person-needed'],
  }),
  'POST /api/pins/resets': operation({
    reach: staffOf('documentation-office'),
    summary: 'Asks for a new PIN in place of one that is lost or known; a second person lets it through.',
    body: pin.ResetBody,
    reply: Type.Object({ id: Id }),
    problems: ['not-found', 'pin-has-none', 'pin-reset-waits'],
  }),
  'POST /api/pins/resets/:id/decide': operation({
    reach: staffOf('officer-in-charge', 'deputy'),
    summary:
      'The second person, never under the first and one of the two from outside the wing, lets it through or refuses.',
    params: byId,
    body: pin.ResetDecision,
    reply: done,
    problems: ['not-found', 'already-decided', 'second-person-needed'],
  }),
  'GET /api/pins/watch': operation({
    reach: staffOf('visiting-justice'),
    summary: 'Every slip that was printed and every sign-in that somebody says was not his.',
    reply: Type.Object({ rows: Type.Array(pin.PinWatchRow) }),
    problems: ['not-found'],
  }),
};
