import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problems } from '../../shared/problems.ts';

const folder = join(import.meta.dirname, '..', '..', 'locales');
type Words = { readonly [key: string]: string | Words };
const languages = readdirSync(folder).filter(name => /^[a-z]{2,3}$/.test(name));
const filesOf = (language: string) =>
  readdirSync(join(folder, language)).filter(name => name.endsWith('.json'));
const wordsOf = (language: string, file: string) =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Words;

function flat(words: Words, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

describe('every language', () => {
  const others = languages.filter(language => language !== 'en');
  it.each(others.flatMap(language => filesOf('en').map(file => [language, file] as const)))(
    '%s has the words of %s, with the same placeholders',
    (language, file) => {
      expect(existsSync(join(folder, language, file))).toBe(true);
      const english = flat(wordsOf('en', file));
      const theirs = flat(wordsOf(language, file));
      expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of theirs) {
        expect(text.trim(), `${language} ${file} ${key}`).not.toBe('');
        expect(placeholders(text), `${language} ${file} ${key}`).toEqual(
          placeholders(english.get(key) ?? ''),
        );
      }
    },
  );
  it.each(languages)('%s says every failure in words', language => {
    const said = [...flat(wordsOf(language, 'problems.json')).keys()].map(key => key.split('.')[0]);
    for (const name of Object.keys(problems)) expect(said, name).toContain(name);
  });
});
