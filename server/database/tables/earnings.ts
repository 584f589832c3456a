import type { EarningsEntryKind } from '../../../shared/earnings/kinds.ts';
import type { EntryTable } from './record.ts';

/** Money in integer cents; a debit is negative. Balances are sums over these rows and stand nowhere. */
export interface EarningsEntryTable extends EntryTable {
  kind: EarningsEntryKind;
  grade: 'a' | 'b' | 'c' | null;
  days: number;
  rate_cents: number | null;
  amount_cents: number;
}
