import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../../shared/content/page.ts';

export const languages = ['en', 'sw'] as const;
export type PageLanguage = (typeof languages)[number];

const locales = join(import.meta.dirname, '../../../locales');

/** The ids of the page files of a language, in name order. */
export function pageIdsOf(language: PageLanguage): readonly string[] {
  return readdirSync(join(locales, language, 'pages'))
    .map(name => name.replace(/\.json$/, ''))
    .toSorted();
}

/** A page's file as it lies there; the tests find out whether it is a page. */
export function readPage(language: PageLanguage, id: string): Page {
  return JSON.parse(readFileSync(join(locales, language, 'pages', `${id}.json`), 'utf8')) as Page;
}

/** The words of `law.json` that pages must repeat exactly. */
export function lawWords(language: PageLanguage): {
  readonly notEntered: string;
  readonly notConfirmed: string;
} {
  return JSON.parse(readFileSync(join(locales, language, 'law.json'), 'utf8')) as ReturnType<typeof lawWords>;
}
