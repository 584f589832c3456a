import type { Bytes } from './bytes.ts';

/** BLAKE2b (RFC 7693), unkeyed, for the few small hashes that Argon2 needs; it counts in BigInt. */
const mask = (1n << 64n) - 1n;
const initial = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const;

/** Which word of the block goes where, a hexadecimal digit each (RFC 7693, 2.7); rounds 11 and 12 begin again. */
const schedule = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
  '0123456789abcdef',
  'ea489fd61c02b753',
].map(line => [...line].map(digit => Number.parseInt(digit, 16)));

/** Columns, then diagonals, of the four by four state. */
const quarters = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

const blockLength = 128;
const at = (words: BigUint64Array, index: number) => words[index] ?? 0n;

function turned(value: bigint, bits: bigint): bigint {
  return ((value >> bits) | (value << (64n - bits))) & mask;
}

function mix(v: BigUint64Array, quarter: readonly [number, number, number, number], x: bigint, y: bigint) {
  const [a, b, c, d] = quarter;
  v[a] = at(v, a) + at(v, b) + x;
  v[d] = turned(at(v, d) ^ at(v, a), 32n);
  v[c] = at(v, c) + at(v, d);
  v[b] = turned(at(v, b) ^ at(v, c), 24n);
  v[a] = at(v, a) + at(v, b) + y;
  v[d] = turned(at(v, d) ^ at(v, a), 16n);
  v[c] = at(v, c) + at(v, d);
  v[b] = turned(at(v, b) ^ at(v, c), 63n);
}

function compress(h: BigUint64Array, block: DataView, count: number, last: boolean): void {
  const v = new BigUint64Array(16);
  v.set(h);
  v.set(initial, 8);
  v[12] = at(v, 12) ^ BigInt(count);
  if (last) v[14] = at(v, 14) ^ mask;
  for (const line of schedule)
    for (const [index, quarter] of quarters.entries()) {
      const word = (place: number) => block.getBigUint64(8 * (line[place] ?? 0), true);
      mix(v, quarter, word(2 * index), word(2 * index + 1));
    }
  for (let index = 0; index < 8; index += 1) h[index] = at(h, index) ^ at(v, index) ^ at(v, index + 8);
}

/** The hash of `input`, 1 to 64 bytes long. */
export function blake2b(input: Uint8Array, length: number): Bytes {
  const h = BigUint64Array.from(initial);
  h[0] = at(h, 0) ^ 0x01010000n ^ BigInt(length);
  const blocks = Math.max(1, Math.ceil(input.length / blockLength));
  for (let index = 0; index < blocks; index += 1) {
    const block = new Uint8Array(blockLength);
    block.set(input.subarray(index * blockLength, (index + 1) * blockLength));
    const last = index === blocks - 1;
    const count = last ? input.length : (index + 1) * blockLength;
    compress(h, new DataView(block.buffer), count, last);
  }
  const out = new DataView(new ArrayBuffer(64));
  for (const [index, word] of h.entries()) out.setBigUint64(8 * index, word, true);
  return new Uint8Array(out.buffer.slice(0, length));
}
