import { type Reader, usualReadersOf } from '../../shared/content/audience.ts';
import type { Page } from '../../shared/content/page.ts';
import type { PageEntry } from '../../shared/content/pages.ts';
import type { Language } from '../../shared/language/languages.ts';
import { contentPages, type KioskState } from '../store/index.ts';
import { fallbackLanguage } from './languages.ts';
import { addLawWords } from './words.ts';

export type Pages = Readonly<Record<string, Page>>;

/** The reading pages as a language can offer them. */
export interface PagesIn {
  readonly pages: Pages;
  /** The language that a page is really in: a draft language has only some of its own. */
  readonly languageOf: (id: string) => Language;
  /** Whom a page is for; empty: everybody. */
  readonly readersOf: (entry: PageEntry) => readonly Reader[];
}

/** What the pages depend on: the bundle that is shown, and the day. */
export interface PagesOf {
  readonly language: Language;
  readonly content: KioskState['content'];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Of a whole language all pages are one file: they are read one after the other, and kept offline together. */
const whole = { en: () => import('./pages-en.ts'), sw: () => import('./pages-sw.ts') };

/** Of a draft language each page is its own file, and there are few. */
const drafts = import.meta.glob<Page>(
  ['../../locales/*/pages/*.json', '!../../locales/en/**', '!../../locales/sw/**'],
  {
    import: 'default',
  },
);

const loaded = new Map<Language, { readonly key: string; readonly found: PagesIn }>();
const keyOf = ({ content, today }: PagesOf) => `${content} ${today}`;

/** The pages if they are here already, so that turning a page draws at once. */
export function pagesNow(of: PagesOf): PagesIn | null {
  const known = loaded.get(of.language);
  return known?.key === keyOf(of) ? known.found : null;
}

async function loadDrafts(language: Language): Promise<Pages> {
  const paths = Object.keys(drafts).filter(path => path.startsWith(`../../locales/${language}/`));
  const pages = await Promise.all(paths.map(path => drafts[path]?.()));
  return Object.fromEntries(pages.flatMap(page => (page ? [[page.id, page]] : [])));
}

/**
 * Fetches the pages of a language and the sentences about the law: what the prison's server published, and else what
 * came with this build. What a draft language does not have comes in Kiswahili, and the law always does. Rejects if a
 * file cannot be had.
 */
export async function loadPages(of: PagesOf): Promise<PagesIn> {
  const { language } = of;
  const isWhole = language === 'en' || language === 'sw';
  const source = isWhole ? language : fallbackLanguage;
  const { pages, law } = await whole[source === 'en' ? 'en' : 'sw']();
  addLawWords(source, law);
  const published = await contentPages(of.today);
  const publishedIn = (code: Language): Pages =>
    Object.fromEntries(Object.entries(published.get(code) ?? {}).map(([id, { page }]) => [id, page]));
  const own = { ...(isWhole ? pages : await loadDrafts(language)), ...publishedIn(language) };
  const found: PagesIn = {
    pages: { ...pages, ...publishedIn(source), ...own },
    languageOf: id => (id in own ? language : source),
    readersOf: entry =>
      (published.get(language)?.[entry.id] ?? published.get(source)?.[entry.id])?.readers ??
      usualReadersOf(entry),
  };
  loaded.set(language, { key: keyOf(of), found });
  return found;
}
