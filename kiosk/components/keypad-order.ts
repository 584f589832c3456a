const digits: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Keys that find room in columns of their own beside the digits. */
const mostBeside = 8;

/** A place on the pad: a key to type, one of its two own keys, or nothing. `span`: how many columns wide. */
export type Spot =
  | { readonly key: string }
  | { readonly own: 'erase' | 'enter'; readonly span: number }
  | null;

export interface Arrangement {
  readonly columns: number;
  readonly spots: readonly Spot[];
}

/**
 * The pad row by row. Digits stand as on a telephone; one or two other keys stand at the sides of the zero, more of
 * them in columns beside. Keys that are no telephone stand in the order given.
 */
export function arrange(keys: readonly string[]): Arrangement {
  const others = keys.filter(key => key !== '0' && !digits.includes(key));
  if (keys.length - others.length < 10 || others.length > mostBeside) return inOrder(keys);
  return others.length === 1 || others.length === 2 ? aroundZero(others) : beside(others);
}

function digitRow(row: number): Spot[] {
  return digits.slice(row * 3, row * 3 + 3).map(key => ({ key }));
}

function spotOf(key: string | undefined): Spot {
  return key === undefined ? null : { key };
}

/** One or two: `/ 0 ⌫` and a wide OK, or `/ 0 -` over delete and OK. */
function aroundZero([left, right]: readonly string[]): Arrangement {
  const first = [0, 1, 2].flatMap(digitRow);
  const sides: Spot[] =
    right === undefined
      ? [spotOf(left), { key: '0' }, { own: 'erase', span: 1 }, { own: 'enter', span: 3 }]
      : [spotOf(left), { key: '0' }, { key: right }, { own: 'erase', span: 1 }, { own: 'enter', span: 2 }];
  return { columns: 3, spots: [...first, ...sides] };
}

function beside(others: readonly string[]): Arrangement {
  const more = Math.ceil(others.length / 4);
  const last: Spot[] = [{ own: 'erase', span: 1 }, { key: '0' }, { own: 'enter', span: 1 }];
  const spots = [0, 1, 2, 3].flatMap((row): Spot[] => [
    ...(row === 3 ? last : digitRow(row)),
    ...Array.from({ length: more }, (_, at) => spotOf(others[row * more + at])),
  ]);
  return { columns: 3 + more, spots };
}

/** Four rows, ten wide for an alphabet so that the digits fill one; delete and OK share what is left of the last. */
function inOrder(keys: readonly string[]): Arrangement {
  const columns = keys.length > 20 ? 10 : Math.max(3, Math.ceil((keys.length + 2) / 4));
  const left = columns - (keys.length % columns);
  const room = left < 2 ? left + columns : left;
  const erase = Math.floor(room / 2);
  return {
    columns,
    spots: [
      ...keys.map(key => ({ key })),
      { own: 'erase', span: erase },
      { own: 'enter', span: room - erase },
    ],
  };
}
