import { type Bytes, sha256 } from '../crypto/bytes.ts';
import { combine, type Share, share } from '../crypto/shamir.ts';
import { alphabet } from '../submission/code.ts';
import { seedLength } from './justice-key.ts';

/**
 * A seed as three lines of paper, any two of which give it back. A line is: its place, four bytes by which shares of
 * one seed are known, the share, four bytes that catch a slip of the pen; in Crockford's base 32, groups of five.
 */
const shareCount = 3;
const markLength = 4;
const checkLength = 4;
const lineBytes = 1 + markLength + seedLength + checkLength;

function toSymbols(bytes: Bytes): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const symbols = bits.match(/.{1,5}/g) ?? [];
  return symbols.map(five => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}

function fromSymbols(text: string): Bytes | null {
  const clean = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...clean].map(symbol => alphabet.indexOf(symbol));
  if (values.includes(-1)) return null;
  const bits = values.map(value => value.toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2));
  return bytes.length === lineBytes ? Uint8Array.from(bytes) : null;
}

async function checkOf(line: Bytes): Promise<Bytes> {
  return (await sha256(line.slice(0, lineBytes - checkLength))).slice(0, checkLength);
}

async function toLine({ x, bytes }: Share, mark: Bytes): Promise<string> {
  const line = new Uint8Array(lineBytes);
  line[0] = x;
  line.set(mark, 1);
  line.set(bytes, 1 + markLength);
  line.set(await checkOf(line), lineBytes - checkLength);
  return toSymbols(line).replace(/(.{5})(?=.)/g, '$1 ');
}

/** The three lines of a seed, to be printed and kept in three places, none of them inside the Prisons Service. */
export async function recoveryLines(seed: Bytes): Promise<string[]> {
  const slope = crypto.getRandomValues(new Uint8Array(seed.length));
  const mark = crypto.getRandomValues(new Uint8Array(markLength));
  return Promise.all(share(seed, slope, shareCount).map(one => toLine(one, mark)));
}

interface ReadLine {
  readonly mark: string;
  readonly share: Share;
}

async function readLine(text: string): Promise<ReadLine | null> {
  const line = fromSymbols(text);
  if (!line || (await checkOf(line)).toHex() !== line.slice(lineBytes - checkLength).toHex()) return null;
  const bytes = line.slice(1 + markLength, lineBytes - checkLength);
  return { mark: line.slice(1, 1 + markLength).toHex(), share: { x: line[0] ?? 0, bytes } };
}

export type Recovered =
  | { readonly ok: true; readonly seed: Bytes }
  /** `first` and `second`: that line is misread. `same`: one line twice. `strangers`: lines of two different prints. */
  | { readonly ok: false; readonly why: 'first' | 'second' | 'same' | 'strangers' };

/** The seed of two lines as somebody typed them. */
export async function recoverSeed(one: string, other: string): Promise<Recovered> {
  const [first, second] = await Promise.all([readLine(one), readLine(other)]);
  if (!first) return { ok: false, why: 'first' };
  if (!second) return { ok: false, why: 'second' };
  if (first.mark !== second.mark) return { ok: false, why: 'strangers' };
  if (first.share.x === second.share.x) return { ok: false, why: 'same' };
  return { ok: true, seed: combine(first.share, second.share) };
}
