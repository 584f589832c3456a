import { isPlea } from '../../../shared/submission/kinds.ts';
import { type Hindrance, isTelling, type Place, type Purpose } from '../../app/places.ts';
import type { KioskState } from '../../store/index.ts';

/** Why this cannot be done on this machine now; null if nothing is known to stand in the way. */
export function hindranceOf(
  { phase, tooOld }: Pick<KioskState, 'phase' | 'tooOld'>,
  purpose: Purpose,
): Hindrance | null {
  // What is sealed is taken from every version there ever was: a complaint is never in the way of it.
  if (tooOld && phase === 'enrolled' && purpose === 'submissions') return 'too-old';
  switch (phase) {
    case 'reading-only':
      return 'not-set-up';
    case 'revoked':
    case 'database-closed':
      return phase;
    case 'storage-full':
      // Own submissions come from the server, so a full disk does not stand in their way.
      return isTelling(purpose) ? 'storage-full' : null;
    default:
      return null;
  }
}

/** Where it starts; or why it cannot, before anybody has told anything. */
export function startOf(purpose: Purpose, kiosk: Pick<KioskState, 'phase' | 'tooOld'>): Place {
  const by = hindranceOf(kiosk, purpose);
  if (by !== null) return { at: 'hindered', by };
  // A petition has a name on it: there is nothing to choose.
  return isPlea(purpose) ? { at: 'number', purpose } : { at: 'who', purpose };
}
