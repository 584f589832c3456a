import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parts } from '../../public/fonts/letters.ts';
import { languageRegister, languages } from '../../shared/language/languages.ts';
import { filesOf, localesFolder } from '../helpers/texts.ts';

const held = new Set(parts.flatMap(({ letters }) => [...letters]));
const ranges = [
  ...readFileSync(join(import.meta.dirname, '../../shared/design/base.css'), 'utf8').matchAll(
    /U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?/g,
  ),
].map(([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const);
const isAsked = (letter: string) => {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
};

describe('the bundled font', () => {
  it.each(languages)('has every letter of the words in %s, and the page asks it for them', language => {
    const text = filesOf(language)
      .map(file => readFileSync(join(localesFolder, language, file), 'utf8'))
      .join('');
    const letters = [...new Set(text)].filter(letter => letter !== '\n');
    expect(letters.filter(letter => !held.has(letter) || !isAsked(letter))).toEqual([]);
  });

  it('has the letters of the names of all registered languages', () => {
    const letters = [...languageRegister.map(({ name }) => name).join('')];
    expect(letters.filter(letter => !held.has(letter))).toEqual([]);
  });
});
