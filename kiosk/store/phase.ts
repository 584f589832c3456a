import type { KioskState } from './types.ts';

/** `unknown`: not read yet. */
export type Standing = 'unknown' | 'none' | 'enrolled' | 'revoked';
export type StoreTrouble = 'database-closed' | 'storage-full';

/** What the kiosk can do, from what is known of its store and its enrolment. Trouble with the store comes first. */
export function phaseOf(standing: Standing, trouble: StoreTrouble | null): KioskState['phase'] {
  if (trouble) return trouble;
  if (standing === 'unknown') return 'starting';
  if (standing === 'none') return 'reading-only';
  return standing;
}
