import { caseKey, caseNameOf } from './case-name.ts';

/** A row by its number, and by its prison where there are several. */
interface Numbered {
  readonly number: number;
  readonly prison: { readonly id: string; readonly name: string } | null;
}

export function keyOfRow(row: Numbered): string {
  return caseKey(caseNameOf(row));
}

/** A row on the screen; `gone` when the server no longer has it in this list. */
export interface ShownRow<T> {
  readonly row: T;
  readonly gone: boolean;
}

export interface Merged<T> {
  /** What stands on the screen, in the order it had, with what is new in each row. */
  readonly rows: readonly ShownRow<T>[];
  /** Rows that are new, not merely the next ones that move up from a page that is not shown. */
  readonly added: number;
  /** Whether the fresh list differs in which rows it has, or in their order. */
  readonly moved: boolean;
}

/**
 * Puts fresh rows into the places of the shown ones, so that nothing moves under a pointer: what changed
 * inside a row shows at once, what came or went is only counted until somebody asks for it. `whole`: what was
 * shown was the whole list, so that a row at its end is a new one too.
 */
export function mergeRows<T extends Numbered>(
  shown: readonly ShownRow<T>[],
  fresh: readonly T[],
  whole: boolean,
): Merged<T> {
  const byKey = new Map(fresh.map(row => [keyOfRow(row), row]));
  const known = new Set(shown.map(({ row }) => keyOfRow(row)));
  const rows = shown.map(({ row }) => {
    const now = byKey.get(keyOfRow(row));
    return now ? { row: now, gone: false } : { row, gone: true };
  });
  const keys = rows.map(({ row }) => keyOfRow(row));
  const inOrder = rows.length === fresh.length && fresh.every((row, index) => keyOfRow(row) === keys[index]);
  const end = whole ? fresh.length : fresh.findLastIndex(row => known.has(keyOfRow(row)));
  const added = fresh.filter((row, index) => index < end && !known.has(keyOfRow(row))).length;
  return { rows, added, moved: !inOrder };
}

export function asShown<T>(rows: readonly T[]): ShownRow<T>[] {
  return rows.map(row => ({ row, gone: false }));
}
