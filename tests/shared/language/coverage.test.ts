import { describe, expect, it, test } from 'vitest';
import { coverageOf } from '../../../shared/language/coverage.ts';
import { offeredIn } from '../../../shared/language/offer.ts';
import { dangerousTexts, mayBeOffered, type Vouched } from '../../../shared/language/review.ts';

const sources = {
  english: new Map([
    ['kiosk:food', 'Food'],
    ['kiosk:name', 'Sauti'],
  ]),
  kiswahili: new Map([
    ['kiosk:food', 'Chakula'],
    ['kiosk:name', 'Sauti'],
  ]),
};
const vouched = (words: string, over: Partial<Vouched> = {}): Vouched => ({
  words,
  by: 'Halima Abdi',
  on: '2026-11-20',
  ...over,
});

test.each<[string, string, string | null, Vouched | null, string]>([
  ['no text at all', 'kiosk:food', null, null, 'missing'],
  ['the Kiswahili once more', 'kiosk:food', 'Chakula', null, 'missing'],
  ['words of its own', 'kiosk:food', 'Cunto', null, 'draft'],
  ['the English', 'kiosk:food', 'Food', null, 'draft'],
  ['a name that is the same everywhere', 'kiosk:name', 'Sauti', null, 'draft'],
  ['words that a speaker reviewed', 'kiosk:food', 'Cunto', vouched('Cunto'), 'reviewed'],
  ['a borrowed word that a speaker reviewed', 'kiosk:food', 'Chakula', vouched('Chakula'), 'reviewed'],
  ['words changed after the review', 'kiosk:food', 'Cuntada', vouched('Cunto'), 'draft'],
  ['a review by nobody', 'kiosk:food', 'Cunto', vouched('Cunto', { by: ' ' }), 'draft'],
  ['a review without a day', 'kiosk:food', 'Cunto', vouched('Cunto', { on: 'lately' }), 'draft'],
])('%s', (_, id, words, entry, coverage) => {
  const texts = new Map(words === null ? [] : [[id, words]]);
  const reviews = { reviewed: entry ? { [id]: entry } : {}, recorded: {} };
  expect(coverageOf(id, 'so', texts, reviews, sources)).toBe(coverage);
});

test('Kiswahili does not repeat itself', () => {
  const none = { reviewed: {}, recorded: {} };
  expect(coverageOf('kiosk:food', 'sw', sources.kiswahili, none, sources)).toBe('draft');
});

describe('what a real prison may offer', () => {
  const texts = new Map<string, string>(dangerousTexts.map(id => [id, `words of ${id}`]));
  const all = Object.fromEntries([...texts].map(([id, words]) => [id, vouched(words)]));
  const [first] = dangerousTexts;
  const { [first]: _, ...allButOne } = all;

  it('is English and Kiswahili, with nothing reviewed', () => {
    const none = { reviewed: {}, recorded: {} };
    expect(['en', 'sw', 'so'].map(code => mayBeOffered(code, texts, none))).toEqual([true, true, false]);
  });

  it('is a language whose every dangerous sentence is reviewed and recorded', () => {
    expect(mayBeOffered('so', texts, { reviewed: all, recorded: all })).toBe(true);
    expect(mayBeOffered('so', texts, { reviewed: allButOne, recorded: all })).toBe(false);
    expect(mayBeOffered('so', texts, { reviewed: all, recorded: allButOne })).toBe(false);
    expect(mayBeOffered('so', new Map(texts).set(first, 'changed'), { reviewed: all, recorded: all })).toBe(
      false,
    );
  });

  it.each<[string, boolean, readonly string[] | null, string]>([
    ['never chose', false, null, 'en sw om'],
    ['chose one that is not open', false, ['so'], 'en sw'],
    ['chose an open one', false, ['om'], 'en sw om'],
    ['is a demonstration', true, null, 'en sw so om'],
    ['is a demonstration and chose', true, ['so'], 'en sw so'],
    ['chose none', true, [], 'en sw'],
  ])('in a prison that %s', (_, demonstration, chosen, offered) => {
    const register = ['en', 'sw', 'so', 'om'].map(code => ({ code, open: code === 'om' }));
    expect(
      offeredIn(register, { demonstration, chosen })
        .map(({ code }) => code)
        .join(' '),
    ).toBe(offered);
  });
});
