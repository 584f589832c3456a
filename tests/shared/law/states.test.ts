import { describe, expect, it } from 'vitest';
import en from '../../../locales/en/law.json' with { type: 'json' };
import sw from '../../../locales/sw/law.json' with { type: 'json' };
import {
  completenesses,
  completenessOf,
  isRepealNote,
  missingWords,
} from '../../../shared/law/completeness.ts';
import { lawRefusals } from '../../../shared/law/parsed-law.ts';
import { inReadingOrder, isOfficersService } from '../../../shared/law/reading-order.ts';
import { roman } from '../../../shared/law/roman.ts';
import { ruleStates, standingOf, standingsNotInForce } from '../../../shared/law/states.ts';

const words = { en, sw };

/** The text at a dotted key, or undefined. */
function wordsAt(language: keyof typeof words, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      words[language],
    );
}

describe('the state of a rule', () => {
  it.each([
    [38, 'overtaken'],
    [43, 'overtaken'],
    [77, 'overtaken'],
    [78, 'repealed'],
    [118, 'repealed'],
    [79, 'in-force'],
    [140, 'in-force'],
  ])('%i is %s', (rule, state) => {
    expect(standingOf(rule).state).toBe(state);
  });

  it('has a reason exactly when the rule is not in force', () => {
    const numbers = Array.from({ length: 161 }, (_none, at) => at + 1);
    const reasoned = numbers.filter(rule => standingOf(rule).reasonKey !== null);
    expect(reasoned).toEqual(numbers.filter(rule => standingOf(rule).state !== 'in-force'));
    expect(reasoned).toEqual(standingsNotInForce.map(standing => standing.rule));
  });
});

describe.each(['en', 'sw'] as const)('the words about the law in %s', language => {
  it.each([
    ...standingsNotInForce.map(standing => standing.reasonKey ?? ''),
    ...ruleStates.map(state => `states.${state}`),
    ...completenesses.filter(name => name !== 'whole').map(name => `missing.${name}`),
    ...lawRefusals.map(reason => `refused.${reason}`),
  ])('have %s', key => {
    expect(wordsAt(language, key)).toEqual(expect.stringMatching(/\S/));
  });
});

describe('how much of a rule is at hand', () => {
  it.each([
    ['words to the end', 'Baths', 'He bathes.', 'whole'],
    ['a list that does not come', 'Books', 'He keeps the following books—', 'cut'],
    ['a list that comes after a dash', 'Work', 'He may do—sewing.', 'whole'],
    ['a heading alone', 'Clothing', null, 'heading-only'],
    ['a repeal', '[Repealed by L.N. 1/1970.]', null, 'repealed'],
    ['a deletion', '[Deleted by L.N. 1/1970, s. 2.]', null, 'repealed'],
  ])('%s', (_name, heading, body, expected) => {
    expect(completenessOf({ heading, body })).toBe(expected);
  });

  it('asks for words that are missing, not for a repealed rule’s', () => {
    const whole = { heading: 'Baths', body: 'He bathes.' };
    const cut = { heading: 'Books', body: 'He keeps—' };
    const bare = { heading: 'Clothing', body: null };
    const gone = { heading: '[Deleted by L.N. 1/1970.]', body: null };
    expect(missingWords([whole, cut, bare, gone])).toEqual([cut, bare]);
  });

  it('does not take any bracket for a repeal', () => {
    expect(isRepealNote('[sic] Baths')).toBe(false);
  });
});

describe('the order for a reader', () => {
  it('puts the rules on officers’ service last', () => {
    const rules = [161, 119, 140, 1, 118, 151, 134].map(number => ({ number }));
    expect(inReadingOrder(rules).map(rule => rule.number)).toEqual([1, 118, 134, 140, 119, 151, 161]);
  });

  it('knows the edges of the runs', () => {
    const edges = [118, 119, 133, 134, 148, 149, 151, 152, 157, 158, 161, 162];
    expect(edges.filter(isOfficersService)).toEqual([119, 133, 149, 151, 158, 161]);
  });
});

describe('roman numbers', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [12, 'XII'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
  ])('%i is %s', (number, letters) => {
    expect(roman(number)).toBe(letters);
  });
});
