import { expect, test } from 'vitest';
import type { Rule } from '../../admin/screens/law/law.tsx';
import { findRules, inSmallLetters, partsOf } from '../../admin/screens/law/law-parts.ts';

const rule = (number: number, part: string, heading: string, body: string | null): Rule => ({
  number,
  part,
  partTitle: `Title ${part}`,
  heading,
  body,
  state: 'in-force',
  reason: null,
});
const rules = [
  rule(1, 'I', 'Name', 'These rules have a name.'),
  rule(2, 'I', 'Blankets', null),
  rule(12, 'II', 'Washing', 'Soap is given for washing blankets.'),
];
const numbers = (typed: string) => findRules(rules, typed).map(({ number }) => number);

test.each([
  ['nothing typed shows all', '', [1, 2, 12]],
  ['a number is that rule alone', '2', [2]],
  ['a word is found in heading and text', 'blankets', [2, 12]],
  ['every word counts', 'soap Blankets', [12]],
  ['what is not there', 'weather', []],
])('%s', (_, typed, found) => {
  expect(numbers(typed)).toEqual(found);
});

test('rules stand under their parts in order', () => {
  expect(partsOf(rules).map(({ part, rules: some }) => [part, some.length])).toEqual([
    ['I', 2],
    ['II', 1],
  ]);
});

test.each([
  ['PRISONERS UNDER SENTENCE OF DEATH', 'Prisoners under Sentence of Death'],
  ['THE COUNTING OF DAYS', 'The Counting of Days'],
  ['Already calm', 'Already calm'],
])('%s is calmed', (printed, calm) => {
  expect(inSmallLetters(printed)).toBe(calm);
});
