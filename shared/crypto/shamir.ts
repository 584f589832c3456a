import type { Bytes } from './bytes.ts';

/**
 * Shamir's sharing of a secret over GF(256), the field of AES (x⁸ + x⁴ + x³ + x + 1): any two shares give the secret
 * back, one alone says nothing of it.
 */
export interface Share {
  /** 1 to 255; where the line was read. */
  readonly x: number;
  readonly bytes: Bytes;
}

/** A product in the field; the same steps whatever the numbers are. */
export function times(a: number, b: number): number {
  let product = 0;
  let shifted = a;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= shifted & -((b >> bit) & 1);
    shifted = ((shifted << 1) ^ (0x11b & -(shifted >> 7))) & 0x1ff;
  }
  return product & 0xff;
}

/** a to the power of 254, which is 1/a for every a but 0. */
export function inverse(a: number): number {
  let power = 1;
  for (let count = 0; count < 254; count += 1) power = times(power, a);
  return power;
}

/** `count` shares of which any two suffice. `slope` is random, as long as the secret, and used for nothing else. */
export function share(secret: Bytes, slope: Bytes, count: number): Share[] {
  if (slope.length !== secret.length) throw new RangeError('the slope is as long as the secret');
  return Array.from({ length: count }, (_, index) => {
    const x = index + 1;
    return { x, bytes: secret.map((byte, place) => byte ^ times(slope[place] ?? 0, x)) };
  });
}

/** The secret of two shares. Throws RangeError if they are the same one or of different length. */
export function combine(one: Share, other: Share): Bytes {
  if (one.x === other.x) throw new RangeError('the same share twice');
  if (one.bytes.length !== other.bytes.length) throw new RangeError('shares of different secrets');
  const divisor = inverse(one.x ^ other.x);
  const first = times(other.x, divisor);
  const second = times(one.x, divisor);
  return one.bytes.map((byte, place) => times(byte, first) ^ times(other.bytes[place] ?? 0, second));
}
