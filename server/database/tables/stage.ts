import type { StageEntryKind } from '../../../shared/stage/entry.ts';
import type { EntryTable } from './record.ts';

export interface StageEntryTable extends EntryTable {
  kind: StageEntryKind;
  content: string;
}
