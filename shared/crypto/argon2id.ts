import { argon2Compress, blockWords } from './argon2-block.ts';
import { blake2b } from './blake2b.ts';
import type { Bytes } from './bytes.ts';

/**
 * Argon2id, version 1.3 (RFC 9106), for browsers, none of which has it: the lanes are worked through one after the
 * other. Checked against the RFC's vector and against OpenSSL's, whose numbers the tests draw by lot.
 */
export interface Argon2Cost {
  /** KiB; at least eight for each lane. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface Argon2Input extends Argon2Cost {
  readonly message: Uint8Array;
  readonly nonce: Uint8Array;
  /** Bytes of the result. */
  readonly length: number;
  readonly secret?: Uint8Array;
  readonly associated?: Uint8Array;
}

const version = 0x13;
const kindId = 2;
const slices = 4;
const none = new Uint8Array(0);

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function little(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** The hash of variable length, H′ (RFC 9106, 3.3). */
function longHash(input: Uint8Array, length: number): Bytes {
  const first = joined(little(length), input);
  if (length <= 64) return blake2b(first, length);
  const whole = new Uint8Array(length);
  let part = blake2b(first, 64);
  let offset = 0;
  while (length - offset > 64) {
    whole.set(part.subarray(0, 32), offset);
    offset += 32;
    part = blake2b(part, Math.min(64, length - offset));
  }
  whole.set(part, offset);
  return whole;
}

function firstHash(input: Argon2Input): Bytes {
  const { message, nonce, secret = none, associated = none } = input;
  const counts = [input.lanes, input.length, input.memory, input.passes, version, kindId].map(little);
  const texts = [message, nonce, secret, associated].flatMap(text => [little(text.length), text]);
  return blake2b(joined(...counts, ...texts), 64);
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(4 * index, true));
}

function bytesOf(words: Uint32Array): Bytes {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  return new Uint8Array(view.buffer);
}

interface Field {
  readonly lanes: number;
  readonly passes: number;
  /** Blocks of a lane, and of a quarter of it. */
  readonly lane: number;
  readonly segment: number;
  readonly blocks: readonly Uint32Array[];
}

interface Where {
  readonly pass: number;
  readonly slice: number;
  readonly lane: number;
}

const blockAt = (field: Field, lane: number, column: number): Uint32Array =>
  field.blocks[lane * field.lane + column] ?? new Uint32Array(blockWords);

/** The pseudo-random words of a segment whose order of reading may not depend on the password (RFC 9106, 3.4.1.2). */
function makeAddresses(field: Field, { pass, slice, lane }: Where): (index: number) => Uint32Array {
  const input = new Uint32Array(blockWords);
  const zero = new Uint32Array(blockWords);
  const counts = [pass, lane, slice, field.blocks.length, field.passes, kindId];
  for (const [index, count] of counts.entries()) input[2 * index] = count;
  const addresses = new Uint32Array(blockWords);
  let made = -1;
  return index => {
    const wanted = Math.floor(index / 128);
    if (wanted !== made) {
      made = wanted;
      input[12] = wanted + 1;
      argon2Compress(addresses, zero, input, false);
      argon2Compress(addresses, zero, addresses.slice(), false);
    }
    return addresses.subarray(2 * (index % 128), 2 * (index % 128) + 2);
  };
}

/** Which block is mixed in (RFC 9106, 3.4.2): `low` and `high` are the two halves of the pseudo-random word. */
function referenced(field: Field, where: Where, index: number, low: number, high: number): Uint32Array {
  const { pass, slice } = where;
  const lane = pass === 0 && slice === 0 ? where.lane : high % field.lanes;
  const done = pass === 0 ? slice * field.segment : field.lane - field.segment;
  const area = lane === where.lane ? done + index - 1 : done - (index === 0 ? 1 : 0);
  const square = (BigInt(low) * BigInt(low)) >> 32n;
  const back = Number((BigInt(area) * square) >> 32n);
  const start = pass === 0 || slice === slices - 1 ? 0 : (slice + 1) * field.segment;
  return blockAt(field, lane, (start + area - 1 - back) % field.lane);
}

function fillSegment(field: Field, where: Where): void {
  const { pass, slice, lane } = where;
  const addressOf = pass === 0 && slice < 2 ? makeAddresses(field, where) : null;
  for (let index = pass === 0 && slice === 0 ? 2 : 0; index < field.segment; index += 1) {
    const column = slice * field.segment + index;
    const before = blockAt(field, lane, (column + field.lane - 1) % field.lane);
    const [low = 0, high = 0] = addressOf ? addressOf(index) : before;
    const other = referenced(field, where, index, low, high);
    argon2Compress(blockAt(field, lane, column), before, other, pass > 0);
  }
}

/** Derives `length` bytes from a message (a passphrase) and a nonce (a salt). Throws RangeError on too little memory. */
export function argon2id(input: Argon2Input): Bytes {
  const { lanes, passes } = input;
  const segment = Math.floor(input.memory / (slices * lanes));
  if (segment < 2) throw new RangeError('argon2id needs 8 KiB for each lane');
  const lane = slices * segment;
  const blocks = Array.from({ length: lane * lanes }, () => new Uint32Array(blockWords));
  const field: Field = { lanes, passes, lane, segment, blocks };
  const first = firstHash(input);
  for (let row = 0; row < lanes; row += 1)
    for (const column of [0, 1])
      blockAt(field, row, column).set(wordsOf(longHash(joined(first, little(column), little(row)), 1024)));
  for (let pass = 0; pass < passes; pass += 1)
    for (let slice = 0; slice < slices; slice += 1)
      for (let row = 0; row < lanes; row += 1) fillSegment(field, { pass, slice, lane: row });
  const last = new Uint32Array(blockWords);
  for (let row = 0; row < lanes; row += 1)
    for (const [index, word] of blockAt(field, row, lane - 1).entries())
      last[index] = (last[index] ?? 0) ^ word;
  return longHash(bytesOf(last), input.length);
}
