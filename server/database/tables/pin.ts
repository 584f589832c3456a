import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** How somebody's PIN stands beside its hash in `prisoner`. */
export interface PrisonerPinTable {
  prisoner_id: string;
  must_change: Flag;
  /** When two people reset it; older submissions stay closed for 48 hours from then. */
  reset_at: string | null;
}

/** A new PIN asked for by one officer and let through by a second; the PIN itself is made when the slip prints. */
export interface PinSlipTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  why: 'first' | 'reset';
  asked_by: string;
  asked_at: string;
  second_by: string | null;
  second_at: string | null;
  printed_by: string | null;
  printed_at: string | null;
  /** Of a reset; empty for a first slip. */
  reason: Generated<string>;
  /** The second person said no. */
  refused: Generated<Flag>;
}
