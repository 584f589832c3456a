import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  LetterTooLong,
  letterBytes,
  letterChars,
  mostRecipients,
  openLetter,
  sealDummy,
  sealLetter,
} from '../../../shared/letter/envelope.ts';
import type { JusticeKeys } from '../../../shared/letter/justice-key.ts';
import { phraseOf } from '../../../shared/letter/phrase.ts';
import { newTray, slotsOfTray, withLetter } from '../../../shared/letter/tray.ts';
import { makeJustice } from '../../helpers/justice.ts';

const prison = 'a-prison';
let anne: JusticeKeys;
let ben: JusticeKeys;
let stranger: JusticeKeys;
beforeAll(async () => {
  [anne, ben, stranger] = await Promise.all([makeJustice('Anne'), makeJustice('Ben'), makeJustice('Nobody')]);
});
const to = (...justices: readonly JusticeKeys[]) => justices.map(({ card }) => card.sealing);

describe('a sealed letter', () => {
  it('opens for every justice it was sealed to, and for nobody else', async () => {
    const letter = await sealLetter(to(anne, ben), prison, { text: 'ŋ' });
    expect(await openLetter(anne.sealing, prison, letter)).toEqual({ text: 'ŋ' });
    expect(await openLetter(ben.sealing, prison, letter)).toEqual({ text: 'ŋ' });
    expect(await openLetter(stranger.sealing, prison, letter)).toBeNull();
    expect(await openLetter(anne.sealing, 'another', letter)).toBeNull();
  });

  it('has one length: a long one, a short one and a dummy, for one reader or eight', async () => {
    const long = await sealLetter(to(anne), prison, { text: 'ŋ'.repeat(2000) });
    const short = await sealLetter(to(anne, ben), prison, {});
    const all = await sealDummy(
      Array.from({ length: mostRecipients }, () => anne.card.sealing),
      prison,
    );
    expect([long, short, all].map(letter => letter.length)).toEqual([letterChars, letterChars, letterChars]);
  });

  it('has nothing in it that a second one to the same readers has too, but its version', async () => {
    const [one = '', two = ''] = await Promise.all([
      sealDummy(to(anne), prison),
      sealDummy(to(anne), prison),
    ]);
    const parts = (letter: string) => {
      const bytes = Uint8Array.fromBase64(letter, { alphabet: 'base64url' });
      return Array.from({ length: 2 * mostRecipients }, (_, at) =>
        bytes.slice(1 + 40 * at, 33 + 40 * at).toHex(),
      );
    };
    expect(parts(one).filter(part => parts(two).includes(part))).toEqual([]);
  });

  it('that was changed anywhere does not open', async () => {
    const letter = await sealLetter(to(anne), prison, { text: 'x' });
    // Every byte matters but those of wraps that are not Anne's: the text and the version always do.
    for (const at of [0, letter.length - 3, letter.length - 2000]) {
      const changed = letter.slice(0, at) + (letter[at] === 'B' ? 'C' : 'B') + letter.slice(at + 1);
      expect(await openLetter(anne.sealing, prison, changed)).toBeNull();
    }
    expect(await openLetter(anne.sealing, prison, 'no letter')).toBeNull();
  });

  it('too long, or for nobody, is refused', async () => {
    await expect(sealLetter(to(anne), prison, { text: 'a'.repeat(letterBytes) })).rejects.toThrow(
      LetterTooLong,
    );
    await expect(sealLetter([], prison, {})).rejects.toThrow(RangeError);
  });
});

describe('a tray', () => {
  const dummies = Array.from({ length: slotsOfTray }, (_, at) => `dummy ${at}`);
  const lots = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  const drawn = (stream: Iterator<number>) => () => stream.next().value as number;

  it('is full before and after, and never loses a letter', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 0, max: 12 }), (stream, count) => {
        const lot = drawn(stream);
        let tray = newTray(dummies, lot);
        const kept: string[] = [];
        for (let index = 0; index < count; index += 1) {
          const next = withLetter(tray, `letter ${index}`, lot);
          if (next) kept.push(`letter ${index}`);
          else expect(tray.taken.every(Boolean)).toBe(true);
          tray = next ?? tray;
        }
        expect(tray.letters).toHaveLength(slotsOfTray);
        expect(kept.every(letter => tray.letters.includes(letter))).toBe(true);
      }),
    );
  });

  it('has marks though nobody wrote, and room for five letters at least', () => {
    fc.assert(
      fc.property(lots, stream => {
        const marks = newTray(dummies, drawn(stream)).taken.filter(Boolean).length;
        expect(marks).toBeGreaterThanOrEqual(1);
        expect(marks).toBeLessThanOrEqual(3);
      }),
    );
  });
});

it('a key has its six words, and another key others', async () => {
  const [phrase, again, other] = await Promise.all(
    [anne, anne, ben].map(({ card }) => phraseOf(card.signing)),
  );
  expect(phrase).toMatch(/^([a-z]{4} ){5}[a-z]{4}$/);
  expect(again).toBe(phrase);
  expect(other).not.toBe(phrase);
});
