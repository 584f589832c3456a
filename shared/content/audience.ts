import { classes, type PrisonerClass } from '../prisoner/classes.ts';
import type { Sex } from '../prisoner/sex.ts';
import { type Audience, type PageEntry, pageCatalogue } from './pages.ts';

/** Whom a text can be written for. A kiosk knows after sign-in what somebody is held as and, where it was entered, the sex. */
export const readers = [...classes, 'women', 'men'] as const;
export type Reader = (typeof readers)[number];

const usualReaders: Readonly<Record<Audience, readonly Reader[]>> = {
  all: [],
  // Who appeals serves his sentence meanwhile.
  convicted: ['convicted', 'appellant'],
  remand: ['remand'],
  appellant: ['appellant'],
  death: ['condemned'],
  civil: ['civil'],
  women: ['women'],
};

/** Whom a page of the catalogue is for as long as nobody decided otherwise; empty: everybody. */
export function usualReadersOf(entry: PageEntry): readonly Reader[] {
  return usualReaders[entry.audience];
}

const readerOfSex = { female: 'women', male: 'men' } as const satisfies Record<Sex, Reader>;

/** Whether a text for some readers is for this one: by what he is held as, and by sex where one of the two is named. */
function isFor(some: readonly Reader[], of: PrisonerClass, sex: Sex | null): boolean {
  const sexes = some.filter(reader => reader === 'women' || reader === 'men');
  const held = some.filter(reader => reader !== 'women' && reader !== 'men');
  const bySex = sexes.length === 0 || (sex !== null && sexes.includes(readerOfSex[sex]));
  return bySex && (held.length === 0 || held.includes(of));
}

/**
 * What is meant for somebody of this class, and sex if it is known: the pages for fewest first, then everybody's; what
 * is for others is left out of the list. Everyone may read every page all the same.
 */
export function pagesFor(
  { class: of, sex }: { readonly class: PrisonerClass; readonly sex: Sex | null },
  readersOf: (entry: PageEntry) => readonly Reader[] = usualReadersOf,
): readonly PageEntry[] {
  const wide = (entry: PageEntry) => readersOf(entry).length || readers.length;
  return pageCatalogue
    .filter(entry => isFor(readersOf(entry), of, sex))
    .toSorted((one, other) => wide(one) - wide(other));
}
