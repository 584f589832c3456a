import type { Page } from '../../shared/content/page.ts';
import type { Language } from './languages.ts';
import { addLawWords } from './words.ts';

export type Pages = Readonly<Record<string, Page>>;

/** All reading pages of a language are one file: they are read one after the other, and kept offline together. */
const files: Record<Language, () => Promise<{ pages: Pages; law: object }>> = {
  en: () => import('./pages-en.ts'),
  sw: () => import('./pages-sw.ts'),
};

const loaded = new Map<Language, Pages>();

/** The pages if they are here already, so that turning a page draws at once. */
export function pagesNow(language: Language): Pages | null {
  return loaded.get(language) ?? null;
}

/** Fetches the pages of a language and the sentences about the law. Rejects if the file cannot be had. */
export async function loadPages(language: Language): Promise<Pages> {
  const { pages, law } = await files[language]();
  addLawWords(language, law);
  loaded.set(language, pages);
  return pages;
}
