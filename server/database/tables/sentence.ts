import type { SentenceEntryKind } from '../../../shared/sentence/entry.ts';
import type { Flag } from './flag.ts';
import type { EntryTable } from './record.ts';

export interface SentenceEntryTable extends EntryTable {
  kind: SentenceEntryKind;
  /** JSON of the kind's fields. */
  content: string;
}

/** Rule 94: two people found the dates right; the second columns stay empty until the second has. */
export interface SentenceCheckTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  latest: string;
  earliest: string;
  first_by: string;
  first_at: string;
  second_by: string | null;
  second_at: string | null;
}

/** What somebody was shown of his dates, kept when it differs from the time before. */
export interface SentenceShownTable {
  id: string;
  prisoner_id: string;
  at: string;
  /** JSON of the whole page. */
  content: string;
}

/** Rule 96: that a forfeiture was opened, heard, or not agreed with. */
export interface NoticeAnswerTable {
  id: string;
  entry_id: string;
  prisoner_id: string;
  at: string;
  kind: 'opened' | 'heard' | 'disagree';
  /** 0 within 48 hours of a PIN that somebody else reset. */
  counts: Flag;
}
