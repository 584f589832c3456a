import type { Page } from '../../shared/content/page.ts';
import type { Language } from '../../shared/language/languages.ts';
import { fallbackLanguage } from './languages.ts';
import { addLawWords } from './words.ts';

export type Pages = Readonly<Record<string, Page>>;

/** The reading pages as a language can offer them. */
export interface PagesIn {
  readonly pages: Pages;
  /** The language that a page is really in: a draft language has only some of its own. */
  readonly languageOf: (id: string) => Language;
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

const loaded = new Map<Language, PagesIn>();

/** The pages if they are here already, so that turning a page draws at once. */
export function pagesNow(language: Language): PagesIn | null {
  return loaded.get(language) ?? null;
}

async function loadDrafts(language: Language): Promise<Pages> {
  const paths = Object.keys(drafts).filter(path => path.startsWith(`../../locales/${language}/`));
  const pages = await Promise.all(paths.map(path => drafts[path]?.()));
  return Object.fromEntries(pages.flatMap(page => (page ? [[page.id, page]] : [])));
}

/**
 * Fetches the pages of a language and the sentences about the law. What a draft language does not have comes in
 * Kiswahili, and the law always does. Rejects if a file cannot be had.
 */
export async function loadPages(language: Language): Promise<PagesIn> {
  const isWhole = language === 'en' || language === 'sw';
  const source = isWhole ? language : fallbackLanguage;
  const { pages, law } = await whole[source === 'en' ? 'en' : 'sw']();
  addLawWords(source, law);
  const own = isWhole ? pages : await loadDrafts(language);
  const found: PagesIn = { pages: { ...pages, ...own }, languageOf: id => (id in own ? language : source) };
  loaded.set(language, found);
  return found;
}
