import type { SealedItem } from '../../shared/submission/schema.ts';

/** A checked item, ready to be committed: signature right, digests right, receipt already signed. */
export interface CheckedItem {
  readonly item: SealedItem;
  /** The signed statement, as it is kept. */
  readonly statement: string;
  readonly hash: string;
  readonly prisonId: string;
  readonly code: string;
  readonly receivedAt: string;
  /** As it is kept and answered, word for word. */
  readonly receipt: string;
}

/** What became of an item: a new one, the same again (with its first receipt), or other bytes under its id. */
export type Taken =
  | { readonly outcome: 'new' | 'same'; readonly receipt: string }
  | { readonly outcome: 'conflict' };
