import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type english from '../../locales/en/kiosk.json';

/** Words as they stand in a file: nested by key. */
export type Words = { readonly [key: string]: string | Words };

export const localesFolder = join(import.meta.dirname, '..', '..', 'locales');

/** The words of a file of a language, by key with dots; empty if there is no such file. */
export function textsIn(language: string, file: string): ReadonlyMap<string, string> {
  const path = join(localesFolder, language, file);
  return existsSync(path) ? flat(JSON.parse(readFileSync(path, 'utf8')) as Words) : new Map();
}

/** Every word of the kiosk in a language. */
export const kioskTexts = (language: string) => textsIn(language, 'kiosk.json');

/** The same as they stand in the file; a check holds every language to the shape of the English. */
export const kioskWords = (language: string) =>
  JSON.parse(readFileSync(join(localesFolder, language, 'kiosk.json'), 'utf8')) as typeof english;

/** The files of a language, those of its pages too, as paths in its folder. */
export function filesOf(language: string): readonly string[] {
  return readdirSync(join(localesFolder, language), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => name.replaceAll('\\', '/'));
}

/** Words by their keys with dots. */
export function flat(words: Words, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** The names in double braces, in order of the alphabet. */
export const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? '').sort();
