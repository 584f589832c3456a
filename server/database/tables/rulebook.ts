import type { RuleKey } from '../../../shared/rulebook/definitions.ts';
import type { Flag } from './flag.ts';

/** One line of the rulebook, proposed by one person and decided by a second; never changed once decided. */
export interface RulebookEntryTable {
  id: string;
  /** Null: a national value. */
  prison_id: string | null;
  key: RuleKey;
  kind: 'change' | 'confirmation';
  /** JSON. */
  value: string;
  source: string;
  confirmed: Flag;
  paper: string | null;
  valid_from: string;
  reason: string;
  state: 'proposed' | 'accepted' | 'refused';
  proposed_by: string;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
}
