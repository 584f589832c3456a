import { pageCatalogue } from '../../shared/content/pages.ts';
import type { ContentStanding } from '../../shared/content/standing.ts';
import { type BundleEntry, inForceOn } from '../../shared/content/version.ts';
import { deliveredPages } from '../language/pages.ts';
import { type ContentRow, entriesIn } from './content.ts';

/** Later than every day on which something may begin to count: what was published for then stands already. */
const endOfDays = '9999-12-31';

/** How the pages stand; what is published for a later day counts as done. */
export interface Standings {
  /** What counts in the end. */
  readonly last: (page: string, language: string) => BundleEntry | null;
  readonly standing: (page: string, language: string) => ContentStanding;
  /** How many pages there are, have words in a language, and were reviewed in it. */
  readonly count: (language: string) => { all: number; written: number; reviewed: number };
  readonly waiting: (page: string, language: string) => 'draft' | 'reviewed' | null;
}

/** Works out how each page stands in each language from everything that was written. */
export function standingsIn(rows: readonly ContentRow[]): Standings {
  const key = (page: string, language: string) => `${page} ${language}`;
  const ends = new Map(
    inForceOn(entriesIn(rows), endOfDays).map(entry => [key(entry.page, entry.language), entry]),
  );
  const last = (page: string, language: string) => ends.get(key(page, language)) ?? null;
  const delivered = new Map(deliveredPages().map(one => [key(one.entry.page, one.entry.language), one]));
  const sourceOf = (entry: BundleEntry): string | null => {
    if (entry.version === 0) return delivered.get(key(entry.page, 'en'))?.entry.text ?? null;
    const isIt = (row: ContentRow) =>
      row.page === entry.page &&
      row.language === entry.language &&
      row.version === entry.version &&
      (row.prison_id !== null) === entry.own;
    return rows.find(isIt)?.source ?? null;
  };
  const standing = (page: string, language: string): ContentStanding => {
    const entry = last(page, language);
    if (entry === null) return 'missing';
    if (language !== 'en' && sourceOf(entry) !== last(page, 'en')?.text) return 'older';
    if (entry.version > 0) return 'reviewed';
    return delivered.get(key(page, language))?.reviewed ? 'reviewed' : 'unreviewed';
  };
  return {
    last,
    standing,
    count(language) {
      const all = pageCatalogue.map(({ id }) => standing(id, language));
      return {
        all: all.length,
        written: all.filter(one => one !== 'missing').length,
        reviewed: all.filter(one => one === 'reviewed').length,
      };
    },
    waiting(page, language) {
      const open = rows.filter(
        row =>
          row.page === page &&
          row.language === language &&
          (row.state === 'draft' || row.state === 'reviewed'),
      );
      const state = open.at(-1)?.state;
      return state === 'draft' || state === 'reviewed' ? state : null;
    },
  };
}
