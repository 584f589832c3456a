import type { Language } from '../../shared/language/languages.ts';
import type { Consent } from '../speech/permission.ts';
import { live } from './live.ts';

/** How far reading aloud is. Nothing of the engine: this much comes with the first screen. */
export interface Listening {
  readonly now: 'silent' | 'asking' | 'speaking';
  /** From 1 to 5. */
  readonly volume: number;
  /** *Listen* was tapped in this turn: a first tap on a choice speaks it, a second chooses. */
  readonly hearsFirst: boolean;
  /** Per kind of screen, on a kiosk that others can hear. */
  readonly consent: Readonly<Record<string, Consent>>;
  /** The language in place of which Kiswahili is heard. */
  readonly insteadOf: Language | null;
}

const untouched: Listening = { now: 'silent', volume: 3, hearsFirst: false, consent: {}, insteadOf: null };

export const listening = live<Listening>(untouched);

/** Changes part of it. */
export function changeListening(patch: Partial<Listening>): void {
  listening.set({ ...listening.get(), ...patch });
}

/** The turn is over: silence, and the next person finds a kiosk to which nobody has listened. */
export function forgetListening(): void {
  listening.set(untouched);
}
