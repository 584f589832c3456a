import { classes, type PrisonerClass } from '../prisoner/classes.ts';
import { type Audience, type PageEntry, pageCatalogue } from './pages.ts';

/** Whom a text can be written for. A kiosk knows somebody's class after sign-in, and of nobody whether man or woman. */
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

/**
 * What is meant for somebody of this class: the pages for fewest first, then everybody's; what is for others is left
 * out of the list. Everyone may read every page all the same.
 */
export function pagesFor(
  of: PrisonerClass,
  readersOf: (entry: PageEntry) => readonly Reader[] = usualReadersOf,
): readonly PageEntry[] {
  const wide = (entry: PageEntry) => readersOf(entry).length || readers.length;
  return pageCatalogue
    .filter(entry => readersOf(entry).length === 0 || readersOf(entry).includes(of))
    .toSorted((one, other) => wide(one) - wide(other));
}
