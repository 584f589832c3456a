/** A row on the screen; `gone` when the server no longer has it in this list. */
export interface ShownRow<T> {
  readonly row: T;
  readonly gone: boolean;
}

export interface Merged<T> {
  /** What stands on the screen, in the order it had, with what is new in each row. */
  readonly rows: readonly ShownRow<T>[];
  /** Rows that are not on the screen yet. */
  readonly added: number;
  /** Whether the fresh list differs in which rows it has, or in their order. */
  readonly moved: boolean;
}

/**
 * Puts fresh rows into the places of the shown ones, so that nothing moves under a pointer: what changed
 * inside a row shows at once, what came or went is only counted until somebody asks for it.
 */
export function mergeRows<T extends { readonly number: number }>(
  shown: readonly ShownRow<T>[],
  fresh: readonly T[],
): Merged<T> {
  const byNumber = new Map(fresh.map(row => [row.number, row]));
  const known = new Set(shown.map(({ row }) => row.number));
  const rows = shown.map(({ row }) => {
    const now = byNumber.get(row.number);
    return now ? { row: now, gone: false } : { row, gone: true };
  });
  const inOrder =
    rows.length === fresh.length && rows.every(({ row }, index) => row.number === fresh[index]?.number);
  return { rows, added: fresh.filter(row => !known.has(row.number)).length, moved: !inOrder };
}

export function asShown<T>(rows: readonly T[]): ShownRow<T>[] {
  return rows.map(row => ({ row, gone: false }));
}
