/** Paper forms that were printed together, by the numbers of their series. */
export interface PaperSheetTable {
  id: string;
  prison_id: string;
  first: number;
  last: number;
  printed_by: string;
  printed_at: string;
}

/** A code that stands on a paper form. */
export interface PaperCodeTable {
  prison_id: string;
  number: number;
  code: string;
  sheet_id: string;
}
