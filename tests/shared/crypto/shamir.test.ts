import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combine, inverse, share, times } from '../../../shared/crypto/shamir.ts';

const byte = fc.integer({ min: 0, max: 255 });
const pair = fc
  .integer({ min: 1, max: 64 })
  .chain(length =>
    fc.tuple(
      fc.uint8Array({ minLength: length, maxLength: length }),
      fc.uint8Array({ minLength: length, maxLength: length }),
    ),
  );

it('products in GF(256) are those of FIPS 197, 4.2', () => {
  expect(times(0x57, 0x83)).toBe(0xc1);
  expect(times(0x57, 0x13)).toBe(0xfe);
});

it('is a field: products distribute, and every number but 0 has an inverse', () => {
  fc.assert(
    fc.property(byte, byte, byte, (a, b, c) => {
      expect(times(a, b)).toBe(times(b, a));
      expect(times(a, b ^ c)).toBe(times(a, b) ^ times(a, c));
    }),
  );
  for (let a = 1; a < 256; a += 1) expect(times(a, inverse(a))).toBe(1);
});

it('any two shares give the secret back', () => {
  fc.assert(
    fc.property(pair, ([secret, slope]) => {
      const [a, b, c] = share(Uint8Array.from(secret), Uint8Array.from(slope), 3);
      if (!a || !b || !c) throw new Error('three shares');
      for (const [one, other] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const)
        expect(combine(one, other)).toEqual(Uint8Array.from(secret));
    }),
  );
});

it('one share fits every secret: it says nothing', () => {
  const known = share(Uint8Array.of(42), Uint8Array.of(99), 1)[0]?.bytes[0];
  const fitting = Array.from({ length: 256 }, (_, secret) =>
    Array.from({ length: 256 }, (__, slope) => slope).filter(
      slope => share(Uint8Array.of(secret), Uint8Array.of(slope), 1)[0]?.bytes[0] === known,
    ),
  );
  expect(fitting.every(slopes => slopes.length === 1)).toBe(true);
});

it('the same share twice is refused', () => {
  const [one] = share(Uint8Array.of(1), Uint8Array.of(2), 1);
  if (!one) throw new Error('a share');
  expect(() => combine(one, one)).toThrow(RangeError);
});
