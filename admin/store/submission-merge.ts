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
export function mergeRows<T extends { readonly number: number }>(
  shown: readonly ShownRow<T>[],
  fresh: readonly T[],
  whole: boolean,
): Merged<T> {
  const byNumber = new Map(fresh.map(row => [row.number, row]));
  const known = new Set(shown.map(({ row }) => row.number));
  const rows = shown.map(({ row }) => {
    const now = byNumber.get(row.number);
    return now ? { row: now, gone: false } : { row, gone: true };
  });
  const inOrder =
    rows.length === fresh.length && rows.every(({ row }, index) => row.number === fresh[index]?.number);
  const end = whole ? fresh.length : fresh.findLastIndex(row => known.has(row.number));
  const added = fresh.filter((row, index) => index < end && !known.has(row.number)).length;
  return { rows, added, moved: !inOrder };
}

export function asShown<T>(rows: readonly T[]): ShownRow<T>[] {
  return rows.map(row => ({ row, gone: false }));
}
