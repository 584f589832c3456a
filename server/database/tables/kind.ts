import type { Kind } from '../../../shared/submission/kinds.ts';

/** How a kind of submission is asked, routed and timed: proposed by one person, decided by a second. */
export interface KindVersionTable {
  id: string;
  prison_id: string;
  kind: Kind;
  /** 1, 2, 3 … per prison and kind; null until it is accepted. */
  version: number | null;
  /** Canonical JSON of `KindRules`. */
  rules: string;
  reason: string;
  state: 'proposed' | 'accepted' | 'refused';
  proposed_by: string;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
}
