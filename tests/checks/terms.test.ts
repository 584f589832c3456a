import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, localesFolder } from '../helpers/texts.ts';

const table = readFileSync(join(import.meta.dirname, '../../docs/words.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| '))
  .slice(2)
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, , english = '', kiswahili = '', never = '']) => ({ english, kiswahili, never }));

/** Everything a person reads in a language, in lower case. */
const textOf = (language: string) =>
  filesOf(language)
    .map(file => readFileSync(join(localesFolder, language, file), 'utf8'))
    .join('\n')
    .toLowerCase();
const texts = { english: textOf('en'), kiswahili: textOf('sw') };
const spoken = [
  ...readdirSync(join(import.meta.dirname, '../../server/demonstration/words')).map(file =>
    readFileSync(join(import.meta.dirname, '../../server/demonstration/words', file), 'utf8').toLowerCase(),
  ),
  texts.kiswahili,
].join('\n');

describe('the list of words', () => {
  it('has a row for each of the things that have a name', () => {
    expect(table.length).toBeGreaterThan(20);
  });

  it.each(table)('$english stands in the texts as it does in the list', ({ english, kiswahili }) => {
    expect(texts.english).toContain(english.toLowerCase());
    expect(texts.kiswahili).toContain(kiswahili.toLowerCase());
  });

  it.each(table)('$english is never called $never', ({ never }) => {
    const words = new RegExp(`(?<!\\p{L})${RegExp.escape(never.toLowerCase())}(?!\\p{L})`, 'u');
    expect(words.exec(spoken)?.[0] ?? null).toBeNull();
  });
});
