import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import type { Place } from '../app/places.ts';

type Mode = KioskSettings['mode'];

/** What he at the screen said to "other people may hear this". */
export type Consent = 'unasked' | 'given' | 'refused';
export type Permission = 'play' | 'ask' | 'never';

/**
 * Whether a screen may be spoken now (docs/decisions/0047). In the handset everything; over a
 * speaker what is public, and what is somebody's only after he said so. A kiosk that does not know yet what it is
 * counts as a speaker.
 */
export function permissionFor(mode: Mode | null, isPrivate: boolean, consent: Consent): Permission {
  if (mode === 'handset' || !isPrivate) return 'play';
  if (consent === 'unasked') return 'ask';
  return consent === 'given' ? 'play' : 'never';
}

/** He who lets one screen be heard has not let all be heard: the read-back is asked for anew, and so is each page. */
export function consentKey(place: Place): string {
  return place.at === 'question' && place.step === 'read-back' ? place.step : place.at;
}

export const loudestVolume = 5;
const gains = [0.1, 0.2, 0.4, 0.7, 1] as const;
/** Somebody's own words over a speaker: to be heard by who stands before it. */
const quietly = 0.2;

/** How loud, from 0 to 1, for a volume from 1 to 5. */
export function gainOf(volume: number, mode: Mode | null, isPrivate: boolean): number {
  const gain = gains[Math.min(Math.max(Math.round(volume), 1), loudestVolume) - 1] ?? 0;
  return isPrivate && mode !== 'handset' ? gain * quietly : gain;
}
