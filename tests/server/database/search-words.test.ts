import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, beginningsOf, termsOf, wordsOf } from '../../../server/database/search-words.ts';

describe('the words of a text', () => {
  test.each([
    ['case and punctuation', 'Chakula, HAKITOSHI!', ['chakula', 'hakitoshi']],
    ['marks', 'Ĩtherũ éàü', ['itheru', 'eau']],
    ['letters that are no marks', 'ŋima', ['ŋima']],
    ['an apostrophe inside', "ng'ombe", ['ng', 'ombe']],
    ['digits', 'siku 3, 4kg', ['siku', '3', '4kg']],
    ['another script', 'ምግብ طعام', ['ምግብ', 'طعام']],
    ['nothing', ' \t—*"()', []],
  ])('%s', (_name, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('never hold anything but letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{Nd}]+$/u);
      }),
    );
  });
});

describe('what a person typed', () => {
  test.each([
    ['words by their beginning', 'beans raw', [['beans'], ['raw']], [true, true]],
    ['a short word only whole', 'no ugali', [['no'], ['ugali']], [false, true]],
    ['quoted words together', '"raw beans" cold', [['raw', 'beans'], ['cold']], [false, true]],
    ['a quote never closed', 'raw "beans cold', [['raw'], ['beans'], ['cold']], [true, true, true]],
    ['empty quotes', '"" "…" x', [['x']], [false]],
    [
      'operators as words',
      'beans AND NOT (x OR y*)',
      [['beans'], ['and'], ['not'], ['x'], ['or'], ['y']],
      null,
    ],
  ])('%s', (_name, typed, words, begun) => {
    const terms = termsOf(typed);
    expect(terms.map(term => term.words)).toEqual(words);
    if (begun) expect(terms.map(term => term.begun)).toEqual(begun);
  });

  test('is cut to a dozen words', () => {
    expect(termsOf('word '.repeat(500)).flatMap(term => term.words)).toHaveLength(12);
  });
});

describe('the beginnings of words', () => {
  const plain = (found: readonly string[]) => found.map(beginning => beginning.slice(1));

  test.each([
    ['a short word has none', ['no'], []],
    ['a word of three letters is its own', ['raw'], ['raw']],
    ['each length once', ['beans', 'beanstalk'], ['bea', 'bean', 'beans', 'beanst', 'beansta', 'beanstal']],
    ['letters beyond the basic plane count as one', ['𐐨𐐨𐐨'], ['𐐨𐐨𐐨']],
  ])('%s', (_name, words, beginnings) => {
    expect(plain(beginningsOf(words))).toEqual(beginnings);
  });

  test('are never words themselves', () => {
    for (const beginning of beginningsOf(['beans'])) expect(wordsOf(beginning)).not.toContain(beginning);
  });

  test('are looked for up to their longest', () => {
    expect(beginningOf('beanstal')).toBe(beginningsOf(['beanstalk']).at(-1));
    expect(beginningOf('beanstalk')).toBeNull();
  });
});
