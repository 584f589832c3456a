import { describe, expect, it } from 'vitest';
import { readingGrade, sentencesOf, syllablesOf, wordsOf } from '../../../shared/content/readability.ts';

describe('sentences', () => {
  it.each([
    ['two', 'Ask first. Then wait.', ['Ask first.', 'Then wait.']],
    ['one without a mark', 'What you must not do', ['What you must not do']],
    ['a question and a shout', 'Why? Stop!', ['Why?', 'Stop!']],
    ['a decimal inside', 'It is 1.5 metres.', ['It is 1.5 metres.']],
    ['a closing quotation mark', 'Say “not settled.” Then wait.', ['Say “not settled.”', 'Then wait.']],
    ['nothing', '  ', []],
    ['marks alone', '...', []],
  ])('%s', (_name, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('words', () => {
  it('are letters and digits, with what stands inside them', () => {
    expect(wordsOf('The prisoner’s half-day (rule 43): gĩkũyũ, “no”.')).toEqual([
      'The',
      'prisoner’s',
      'half-day',
      'rule',
      '43',
      'gĩkũyũ',
      'no',
    ]);
  });
});

describe('syllables', () => {
  it.each([
    [1, 'safe cells worked moved charge clothes takes months years named court sealed friend heard 43'],
    [
      2,
      'people little table handled needed wanted appeal complaint justice pages places being trying diet quiet client',
    ],
    [
      3,
      'officer petition remission forfeiture medical religion period idea advocate hospital offences serious area',
    ],
    [4, 'commissioner supervision society material constitution sanitary education'],
    [5, 'documentation'],
  ])('%i', (count, words) => {
    expect(words.split(' ').filter(word => syllablesOf(word) !== count)).toEqual([]);
  });

  it('are counted apart on both sides of a hyphen', () => {
    expect(syllablesOf('half-day')).toBe(2);
  });
});

describe('the reading grade', () => {
  it('of short words in short sentences is low, of long words in one long sentence high', () => {
    expect(readingGrade(['The cat sat.', 'It is fed.'])).toBeLessThan(1);
    expect(
      readingGrade([
        'Notwithstanding any other provisions of these regulations, the administrative authority may authorise departures from classification requirements.',
      ]),
    ).toBeGreaterThan(18);
  });

  it('is Flesch and Kincaid’s sum', () => {
    // Two sentences, six words, seven syllables.
    expect(readingGrade(['Ask an officer. Then wait.'])).toBeCloseTo(
      0.39 * (5 / 2) + 11.8 * (7 / 5) - 15.59,
      10,
    );
  });

  it('takes a heading for a sentence of its own', () => {
    expect(readingGrade(['Food', 'You eat.'])).toBeCloseTo(0.39 * (3 / 2) + 11.8 - 15.59, 10);
  });

  it('of nothing is nought', () => {
    expect(readingGrade([])).toBe(0);
  });
});
