const digits: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A place on the pad: a key to type, one of its two own keys, or nothing. */
export type Spot = { readonly key: string } | { readonly own: 'erase' | 'enter' } | null;

/**
 * The pad row by row. Digits stand as on a telephone, delete and OK at both sides of the zero, and whatever else a
 * number needs stands in columns of its own beside them. Keys without the digits stand in the order given.
 */
export function arrange(keys: readonly string[]): {
  readonly columns: number;
  readonly spots: readonly Spot[];
} {
  const hasDigits = [...digits, '0'].every(digit => keys.includes(digit));
  if (!hasDigits) return inOrder(keys);
  const others = keys.filter(key => key !== '0' && !digits.includes(key));
  const beside = Math.ceil(others.length / 4);
  const spots = [0, 1, 2, 3].flatMap((row): Spot[] => [
    ...telephoneRow(row),
    ...Array.from({ length: beside }, (_, at) => spotOf(others[row * beside + at])),
  ]);
  return { columns: 3 + beside, spots };
}

function telephoneRow(row: number): Spot[] {
  if (row === 3) return [{ own: 'erase' }, { key: '0' }, { own: 'enter' }];
  return digits.slice(row * 3, row * 3 + 3).map(key => ({ key }));
}

function spotOf(key: string | undefined): Spot {
  return key === undefined ? null : { key };
}

function inOrder(keys: readonly string[]) {
  const spots: Spot[] = [...keys.map(key => ({ key })), { own: 'erase' }, { own: 'enter' }];
  return { columns: Math.max(3, Math.ceil(spots.length / 4)), spots };
}
