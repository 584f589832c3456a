import { describe, expect, it } from 'vitest';
import {
  closedUntil,
  isTrusted,
  kindOfPin,
  pinLengths,
  pinPattern,
  weaknessOf,
} from '../../../shared/prisoner/pin.ts';
import { pictureKeys, pictureOf, pinPictures } from '../../../shared/prisoner/pin-pictures.ts';

describe('a PIN', () => {
  it.each([
    ['one digit', '777777', 'repeat'],
    ['two digits in turn', '474747', 'repeat'],
    ['three digits twice', '739739', 'repeat'],
    ['two digits mixed', '477447', 'repeat'],
    ['up', '345678', 'run'],
    ['down', '987654', 'run'],
    ['over the end', '789012', 'run'],
    ['by twos', '975319', 'run'],
    ['in pairs', '556677', 'run'],
    ['day, month, year', '240781', 'date'],
    ['month, day, year', '072481', 'date'],
    ['year, month, day', '810724', 'date'],
    ['month and year', '081985', 'date'],
    ['year and month', '198508', 'date'],
    ['the last of February, a leap year or not', '290281', 'date'],
  ])('that is easy to guess is refused: %s', (_, pin, why) => {
    expect(weaknessOf(pin, '1024/26')).toBe(why);
  });

  it('that repeats the prison number is refused', () => {
    expect(weaknessOf('910247', '1024')).toBe('number');
    expect(weaknessOf('593847', 'KAM/593847/26')).toBe('number');
    expect(weaknessOf('593847', '1024/26')).toBeNull();
  });

  it('can still be one of most: at least eight of ten are left', () => {
    let left = 0;
    for (let pin = 0; pin < 1_000_000; pin += 7)
      if (weaknessOf(String(pin).padStart(6, '0'), '1024/26') === null) left += 1;
    expect(left / (1_000_000 / 7)).toBeGreaterThan(0.8);
  });
});

describe('a PIN of pictures', () => {
  it.each([
    ['one picture', 'ccccc', 'repeat'],
    ['two pictures', 'cacca', 'repeat'],
    ['along a row', 'abcde', 'run'],
    ['back along a row, then another', 'edcbq', 'run'],
    ['one, then along a row', 'rfghi', 'run'],
    ['down a column, then another', 'chmra', 'run'],
    ['across the pad, then another', 'agmdn', null],
    ['across the pad by four', 'eimqb', 'run'],
  ])('is judged by where the pictures stand: %s', (_, pin, why) => {
    expect(weaknessOf(pin, '1024/26')).toBe(why);
  });

  it('can still be nearly any: more are left than there are PINs of six digits', () => {
    const all = pictureKeys.length ** pinLengths.pictures;
    let [left, tried] = [0, 0];
    for (let at = 0; at < all; at += 101, tried += 1) {
      const places = [0, 1, 2, 3, 4].map(digit => Math.floor(at / pictureKeys.length ** digit));
      const pin = places.map(place => pictureKeys[place % pictureKeys.length]).join('');
      if (weaknessOf(pin, '1024/26') === null) left += 1;
    }
    expect(all).toBe(1_889_568);
    expect(left / tried).toBeGreaterThan(0.98);
  });

  it('is sent as letters that stand for pictures, and no others', () => {
    const pattern = new RegExp(pinPattern);
    expect(pictureKeys.map(pictureOf)).toEqual([...pinPictures]);
    expect([...'hmokd'].map(pictureOf)).toEqual(['fish', 'drum', 'cup', 'boat', 'tree']);
    expect(['hmokd', '735926'].map(pin => pattern.test(pin))).toEqual([true, true]);
    expect(['hmoks', 'hmok', 'hmokda', '73592', 'hmo59'].map(pin => pattern.test(pin))).toEqual(
      Array(5).fill(false),
    );
    expect(() => pictureOf('s')).toThrow(RangeError);
    expect(['hmokd', '735926'].map(kindOfPin)).toEqual(['pictures', 'digits']);
  });
});

describe('after a reset by others', () => {
  it('words count again after 48 hours, to the millisecond', () => {
    const at = '2026-03-10T08:00:00.000Z';
    expect(closedUntil(at)).toBe('2026-03-12T08:00:00.000Z');
    expect(isTrusted(at, '2026-03-12T07:59:59.999Z')).toBe(false);
    expect(isTrusted(at, '2026-03-12T08:00:00.000Z')).toBe(true);
    expect(isTrusted(null, at)).toBe(true);
  });
});
