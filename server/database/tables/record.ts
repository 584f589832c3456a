/** A line of somebody's record, added and never changed; a mistake is answered by a line that reverses it. */
export interface EntryTable {
  id: string;
  prison_id: string;
  prisoner_id: string;
  /** 1, 2, 3 … per prisoner. */
  position: number;
  on_day: string;
  reason: string;
  /** The line that this one undoes. */
  reverses: string | null;
  /** The import it came with; null if it was typed in the panel. */
  import_id: string | null;
  by_id: string | null;
  at: string;
}
