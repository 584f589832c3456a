import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv7 } from '../../../kiosk/crypto/uuid.ts';

const contract = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

test('the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.fromHex('0cc318c4dc0c0c07398f');
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('any time and any randomness give version 7, variant 10, in the form of the contract', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (time, random) => {
        const id = uuidv7(time, random);
        expect(id).toMatch(contract);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(time);
      },
    ),
  );
});

test('a later form sorts after an earlier one', () => {
  expect(uuidv7(1_800_000_000_001) > uuidv7(1_800_000_000_000)).toBe(true);
});

test('a clock before 1970 still gives an id', () => {
  expect(uuidv7(-5)).toMatch(/^00000000-0000-7/);
});

test('ten thousand ids of one moment are all different', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => uuidv7(1_800_000_000_000)));
  expect(ids.size).toBe(10_000);
});
