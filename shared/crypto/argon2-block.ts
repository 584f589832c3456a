/**
 * The compression of one kibibyte of Argon2 (RFC 9106, 3.5 and 3.6). A block is 128 words of 64 bits, each as two of
 * 32, the low one first: a browser multiplies no 64-bit numbers quickly.
 */
export const blockWords = 256;

const r = new Uint32Array(blockWords);
const z = new Uint32Array(blockWords);

/** The upper 32 bits of a product of two unsigned 32-bit numbers. */
function upper(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const low = Math.imul(al, bl) >>> 16;
  const one = Math.imul(al, bh) >>> 0;
  const two = Math.imul(ah, bl) >>> 0;
  const middle = low + (one & 0xffff) + (two & 0xffff);
  return (Math.imul(ah, bh) + (one >>> 16) + (two >>> 16) + (middle >>> 16)) | 0;
}

/** a ← a + b + 2 · low(a) · low(b), on the words at the places `a` and `b`. */
function multiplyAdd(v: Uint32Array, a: number, b: number): void {
  const al = v[a] as number;
  const bl = v[b] as number;
  const low = Math.imul(al, bl);
  const high = upper(al, bl);
  const sum = al + bl + ((low << 1) >>> 0);
  v[a + 1] =
    (v[a + 1] as number) +
    (v[b + 1] as number) +
    ((high << 1) | (low >>> 31)) +
    Math.floor(sum / 0x100000000);
  v[a] = sum;
}

/** d ← (d ⊕ a) turned right by 32, 24 or 16 bits. */
function turn(v: Uint32Array, d: number, a: number, bits: 32 | 24 | 16): void {
  const low = (v[d] as number) ^ (v[a] as number);
  const high = (v[d + 1] as number) ^ (v[a + 1] as number);
  if (bits === 32) {
    v[d] = high;
    v[d + 1] = low;
    return;
  }
  v[d] = (low >>> bits) | (high << (32 - bits));
  v[d + 1] = (high >>> bits) | (low << (32 - bits));
}

/** b ← (b ⊕ c) turned right by 63 bits. */
function turnOne(v: Uint32Array, b: number, c: number): void {
  const low = (v[b] as number) ^ (v[c] as number);
  const high = (v[b + 1] as number) ^ (v[c + 1] as number);
  v[b] = (low << 1) | (high >>> 31);
  v[b + 1] = (high << 1) | (low >>> 31);
}

function mix(v: Uint32Array, a: number, b: number, c: number, d: number): void {
  multiplyAdd(v, a, b);
  turn(v, d, a, 32);
  multiplyAdd(v, c, d);
  turn(v, b, c, 24);
  multiplyAdd(v, a, b);
  turn(v, d, a, 16);
  multiplyAdd(v, c, d);
  turnOne(v, b, c);
}

/** The permutation P on sixteen words: pairs that begin at `start`, each `step` after the last. */
function permute(v: Uint32Array, start: number, step: number): void {
  const v0 = start;
  const v2 = v0 + step;
  const v4 = v2 + step;
  const v6 = v4 + step;
  const v8 = v6 + step;
  const va = v8 + step;
  const vc = va + step;
  const ve = vc + step;
  mix(v, v0, v4, v8, vc);
  mix(v, v0 + 2, v4 + 2, v8 + 2, vc + 2);
  mix(v, v2, v6, va, ve);
  mix(v, v2 + 2, v6 + 2, va + 2, ve + 2);
  mix(v, v0, v4 + 2, va, ve + 2);
  mix(v, v0 + 2, v6, va + 2, vc);
  mix(v, v2, v6 + 2, v8, vc + 2);
  mix(v, v2 + 2, v4, v8 + 2, ve);
}

/** `out` ← G(x, y), with what stood in `out` mixed in if `onto`. */
export function argon2Compress(out: Uint32Array, x: Uint32Array, y: Uint32Array, onto: boolean): void {
  for (let index = 0; index < blockWords; index += 1)
    z[index] = r[index] = (x[index] as number) ^ (y[index] as number);
  for (let row = 0; row < 8; row += 1) permute(z, row * 32, 4);
  for (let column = 0; column < 8; column += 1) permute(z, column * 4, 32);
  for (let index = 0; index < blockWords; index += 1) {
    const mixed = (z[index] as number) ^ (r[index] as number);
    out[index] = onto ? (out[index] as number) ^ mixed : mixed;
  }
}
