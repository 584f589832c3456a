import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestGap, noBurst, readKey } from '../../../kiosk/app/card-reader.ts';

interface Key {
  readonly key: string;
  /** Milliseconds after the one before. */
  readonly gap: number;
}

/** All numbers that a row of keys gives, one after the other. */
function read(keys: readonly Key[], prefix = '%'): string[] {
  let burst = noBurst;
  let at = 1_000;
  const numbers: string[] = [];
  for (const { key, gap } of keys) {
    at += gap;
    const reading = readKey(burst, key, at, prefix);
    burst = reading.burst;
    if (reading.number !== null) numbers.push(reading.number);
  }
  return numbers;
}

const row = (text: string, gap: number): Key[] => [...text].map(key => ({ key, gap }));
const enter = (gap: number): Key => ({ key: 'Enter', gap });
const cards = fc.stringMatching(/^[0-9A-Z/]{1,30}$/);
const prefixes = fc.stringMatching(/^[!-~]{1,8}$/);
const fast = fc.integer({ min: 0, max: longestGap });
const slow = fc.integer({ min: longestGap + 1, max: 5_000 });

describe('a card reader', () => {
  it('is heard: prefix, number, Enter, at its speed, after whatever was typed before', () => {
    const noise = fc.array(fc.record({ key: fc.constantFrom('1', 'a', '%', 'Enter', 'Tab'), gap: slow }));
    fc.assert(
      fc.property(noise, prefixes, cards, fast, slow, (before, prefix, card, gap, pause) => {
        const [first, ...rest] = row(prefix + card, gap);
        if (!first) throw new Error('no key');
        const keys = [...before, { ...first, gap: pause }, ...rest, enter(gap)];
        return read(keys, prefix).at(-1) === card;
      }),
    );
  });

  it('gives the number only, with Shift between its letters or not', () => {
    const keys = row('%101/26', 5).flatMap(key => [{ key: 'Shift', gap: 1 }, key]);
    expect(read([...keys, enter(5)])).toEqual(['101/26']);
  });

  it('is heard again for the next card', () => {
    expect(
      read([
        ...row('%101/26', 5),
        enter(5),
        ...row('%102/26', 900).slice(0, 1),
        ...row('102/26', 5),
        enter(5),
      ]),
    ).toEqual(['101/26', '102/26']);
  });
});

describe('a hand at a keyboard', () => {
  it('gives no number, whatever it types: one slow key breaks the burst', () => {
    fc.assert(
      fc.property(cards, fast, slow, fc.nat(30), (card, gap, pause, at) => {
        const keys = [...row(`%${card}`, gap), enter(gap)];
        const place = 1 + (at % (keys.length - 1));
        return read(keys.map((key, index) => (index === place ? { ...key, gap: pause } : key))).length === 0;
      }),
    );
  });

  it('gives no number without the prefix, however fast', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z/]{1,30}$/), fast, (card, gap) => {
        return read([...row(card, gap), enter(gap)]).length === 0;
      }),
    );
  });

  const nothing: [string, Key[]][] = [
    ['the prefix alone', [...row('%', 5), enter(5)]],
    ['no Enter', row('%101/26', 5)],
    ['a Tab in its place', [...row('%101/26', 5), { key: 'Tab', gap: 5 }]],
    ['a number longer than any', [...row(`%${'1'.repeat(31)}`, 5), enter(5)]],
    [
      'a key that does something in the middle',
      [...row('%101', 5), { key: 'Backspace', gap: 5 }, ...row('/26', 5), enter(5)],
    ],
    ['a clock that went back', [...row('%101', 5), { key: '/', gap: -50 }, ...row('26', 5), enter(5)]],
  ];
  it.each(nothing)('gives no number with %s', (_name, keys) => {
    expect(read(keys)).toEqual([]);
  });

  it('gives no number from any row of keys without the prefix in it', () => {
    const key = fc.record({
      key: fc.constantFrom('0', '1', '/', 'A', 'Enter', 'Shift', 'Tab', 'F1'),
      gap: fc.nat(200),
    });
    fc.assert(fc.property(fc.array(key, { maxLength: 60 }), keys => read(keys).length === 0));
  });
});
