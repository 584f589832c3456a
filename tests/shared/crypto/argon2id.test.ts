import { argon2Sync, hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { argon2id } from '../../../shared/crypto/argon2id.ts';
import { blake2b } from '../../../shared/crypto/blake2b.ts';

const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte);

it('argon2id gives the tag of RFC 9106, 5.3', () => {
  const tag = argon2id({
    message: filled(32, 1),
    nonce: filled(16, 2),
    secret: filled(8, 3),
    associated: filled(12, 4),
    length: 32,
    memory: 32,
    passes: 3,
    lanes: 4,
  });
  expect(tag.toHex()).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

it('argon2id agrees with OpenSSL, whatever the cost and the lengths', () => {
  const cost = fc.record({
    lanes: fc.integer({ min: 1, max: 4 }),
    more: fc.integer({ min: 0, max: 600 }),
    passes: fc.integer({ min: 1, max: 3 }),
    length: fc.integer({ min: 4, max: 150 }),
    message: fc.uint8Array({ maxLength: 200 }),
    nonce: fc.uint8Array({ minLength: 8, maxLength: 40 }),
  });
  fc.assert(
    fc.property(cost, ({ more, ...input }) => {
      const memory = 8 * input.lanes + more;
      const { lanes: parallelism, length: tagLength } = input;
      const { message, nonce, passes } = input;
      const theirs = argon2Sync('argon2id', { message, nonce, parallelism, tagLength, memory, passes });
      expect(argon2id({ ...input, memory }).toHex()).toBe(theirs.toString('hex'));
    }),
    { numRuns: 15 },
  );
});

it('too little memory is refused', () => {
  const input = { message: filled(1, 1), nonce: filled(8, 1), length: 32, passes: 1 };
  expect(() => argon2id({ ...input, memory: 15, lanes: 2 })).toThrow(RangeError);
});

it('blake2b agrees with OpenSSL, at the edges of its blocks too', () => {
  for (const length of [0, 1, 127, 128, 129, 256, 1000])
    expect(blake2b(filled(length, 7), 64).toHex()).toBe(hash('blake2b512', filled(length, 7), 'hex'));
});
