/** A line of a CSV file: its number in the file, counted from 1 as a spreadsheet counts, and its cells. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file; `unclosed` is the line of a quotation mark that never ends, else null. */
export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly unclosed: number | null;
}

/**
 * Reads CSV (RFC 4180): commas, quotation marks doubled inside quotes, lines ended in either way, a byte order mark
 * as spreadsheets write it. Spaces around a cell fall away; rows without any text are left out, their lines counted.
 */
export function readCsv(text: string): Csv {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedSince: number | null = null;
  let line = 1;
  let begins = 1;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some(one => one !== '')) rows.push({ line: begins, cells });
    cells = [];
    cell = '';
  };
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (quotedSince !== null) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quotedSince = null;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quotedSince = line;
    } else if (sign === ',') {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endRow();
      begins = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return { rows, unclosed: quotedSince };
}
