/**
 * SHA-256 (FIPS 180-4) without any library, for where the platform's own is asynchronous (a browser's) or absent
 * (an offline page). A proof needs a few dozen calls; the server uses Node's.
 */
const primes = [2, 3, 5, 7];
for (let next = 11; primes.length < 64; next += 2)
  if (primes.every(prime => next % prime !== 0)) primes.push(next);

/** The first 32 bits behind the point of a root of a prime: the standard's "nothing up my sleeve" constants. */
function fraction(value: number, root: (prime: number) => number): number {
  const found = root(value);
  return ((found - Math.floor(found)) * 2 ** 32) | 0;
}

const constants = Int32Array.from(primes, prime => fraction(prime, Math.cbrt));
const start = Int32Array.from(primes.slice(0, 8), prime => fraction(prime, Math.sqrt));

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** The message with its one bit, zeros, and its length in bits, in blocks of 64 bytes. */
function filledUp(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function schedule(view: DataView, from: number, words: Int32Array): void {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(from + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15] ?? 0;
    const b = words[i - 2] ?? 0;
    const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[i] = ((words[i - 16] ?? 0) + small + (words[i - 7] ?? 0) + large) | 0;
  }
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const one = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + one + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (words[i] ?? 0)) | 0;
    const zero = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) | 0;
}

/** The 32 bytes of SHA-256. */
export function sha256Slow(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = filledUp(bytes);
  const state = start.slice();
  const words = new Int32Array(64);
  for (let from = 0; from < view.byteLength; from += 64) {
    schedule(view, from, words);
    mix(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [at, value] of state.entries()) digest.setInt32(4 * at, value);
  return new Uint8Array(digest.buffer);
}
