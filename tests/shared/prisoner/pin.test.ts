import { describe, expect, it } from 'vitest';
import { closedUntil, isTrusted, weaknessOf } from '../../../shared/prisoner/pin.ts';

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

describe('after a reset by others', () => {
  it('words count again after 48 hours, to the millisecond', () => {
    const at = '2026-03-10T08:00:00.000Z';
    expect(closedUntil(at)).toBe('2026-03-12T08:00:00.000Z');
    expect(isTrusted(at, '2026-03-12T07:59:59.999Z')).toBe(false);
    expect(isTrusted(at, '2026-03-12T08:00:00.000Z')).toBe(true);
    expect(isTrusted(null, at)).toBe(true);
  });
});
