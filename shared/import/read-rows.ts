import { isDay } from '../prisoner/lines.ts';
import { type Column, columnsOf, type ImportNoun, type RowMistake } from './columns.ts';
import { readCsv } from './csv.ts';

/** Something wrong, with the line of the file and the column; column null: the row as a whole. */
export interface ImportError {
  readonly line: number;
  readonly column: string | null;
  readonly mistake: RowMistake;
}

/** A row whose cells have the right form: text, or a whole number (a count, or cents); null where it is empty. */
export interface ImportRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface ReadFile {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly ImportError[];
}

type Cell = { readonly value: string | number | null } | { readonly mistake: RowMistake };

/** Cents out of shillings as people write them: `12`, `12.5`, `1,250.00`. Null if it is no sum. */
function centsOf(text: string): number | null {
  const [, shillings, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/,(?=\d{3})/g, '')) ?? [];
  return shillings === undefined ? null : Number(shillings) * 100 + Number(cents.padEnd(2, '0'));
}

function readCell({ type, needed, max = 80 }: Column, text: string, today: string): Cell {
  if (text === '') return needed ? { mistake: 'missing' } : { value: null };
  if (typeof type === 'object') {
    const word = text.toLowerCase();
    return type.includes(word) ? { value: word } : { mistake: 'unknown-word' };
  }
  switch (type) {
    case 'day':
    case 'end-day':
      if (!isDay(text)) return { mistake: 'not-a-day' };
      return type === 'day' && text > today ? { mistake: 'day-ahead' } : { value: text };
    case 'count':
      return /^\d{1,5}$/.test(text) ? { value: Number(text) } : { mistake: 'not-a-number' };
    case 'money': {
      const cents = centsOf(text);
      return cents ? { value: cents } : { mistake: 'not-a-sum' };
    }
    case 'text':
      return text.length > max ? { mistake: 'too-long' } : { value: text };
  }
}

/** What is wrong with the first row, which names the columns. */
function headErrors(noun: ImportNoun, head: readonly string[], line: number): ImportError[] {
  const columns = columnsOf(noun);
  const unknown = head.filter(name => !Object.hasOwn(columns, name));
  const missing = Object.entries(columns).filter(([name, { needed }]) => needed && !head.includes(name));
  const doubled = head.filter((name, at) => head.indexOf(name) !== at);
  return [
    ...unknown.map(column => ({ line, column, mistake: 'unknown-column' as const })),
    ...missing.map(([column]) => ({ line, column, mistake: 'missing-column' as const })),
    ...doubled.map(column => ({ line, column, mistake: 'unknown-column' as const })),
  ];
}

/** Reads a file of one noun: every row that has the right form, and everything that has not, with its line. */
export function readRows(noun: ImportNoun, text: string, today: string): ReadFile {
  const { rows: all, unclosed } = readCsv(text);
  if (unclosed !== null)
    return { rows: [], errors: [{ line: unclosed, column: null, mistake: 'unclosed-quote' }] };
  const [first, ...rest] = all;
  const head = (first?.cells ?? []).map(name => name.toLowerCase());
  const wrong = headErrors(noun, head, first?.line ?? 1);
  if (wrong.length > 0) return { rows: [], errors: wrong };
  const columns = columnsOf(noun);
  const rows: ImportRow[] = [];
  const errors: ImportError[] = [];
  for (const { line, cells } of rest) {
    const mistakes: ImportError[] =
      cells.length > head.length ? [{ line, column: null, mistake: 'too-many-cells' }] : [];
    const values: Record<string, string | number | null> = {};
    for (const [name, column] of Object.entries(columns)) {
      const at = head.indexOf(name);
      const cell = readCell(column, at < 0 ? '' : (cells[at] ?? ''), today);
      if ('mistake' in cell) mistakes.push({ line, column: name, mistake: cell.mistake });
      else values[name] = cell.value;
    }
    if (mistakes.length > 0) errors.push(...mistakes);
    else rows.push({ line, values });
  }
  return { rows, errors };
}
