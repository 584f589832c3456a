/**
 * Receipt codes: 50 bits of HMAC-SHA-256 over the item's sequence number under the kiosk's own code key,
 * in Crockford's base 32 (no I, L, O, U), and a check character. It tells an officer neither kiosk nor time;
 * the server, which can derive every kiosk's code key, knows a genuine one.
 */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbols = 10;
/** Characters of a code, the check character among them. */
export const codeLength = symbols + 1;

/** Multiplies by x in GF(32) with the polynomial x⁵ + x² + 1. */
function timesX(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? (shifted ^ 0b100101) & 31 : shifted;
}

/**
 * Check symbol: Σ xⁱ·dᵢ over GF(32). Every single wrong character and every swap of two neighbours is
 * caught, because the weights differ and none is zero.
 */
function checkSymbol(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ timesX(value), 0);
}

/** The code of a MAC (at least 7 bytes): eleven characters, unspaced. */
export function codeFromMac(mac: Uint8Array): string {
  // The symbol's five bits lie in two neighbouring bytes.
  const values = Array.from({ length: symbols }, (_, index) => {
    const from = 5 * index;
    const pair = ((mac[from >> 3] ?? 0) << 8) | (mac[(from >> 3) + 1] ?? 0);
    return (pair >> (11 - (from & 7))) & 31;
  });
  return [...values, checkSymbol(values)].map(value => alphabet[value]).join('');
}

/** What the MAC is taken over, for a kiosk's sequence number. */
export function codeMessage(sequence: number): string {
  return `sauti/code/v1/${sequence}`;
}

/**
 * Reads a code as a person typed it: spaces and dashes ignored, O read as 0, I and L as 1.
 * Null if a character is wrong or the check character does not fit.
 */
export function readCode(typed: string): string | null {
  const clean = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...clean].map(symbol => alphabet.indexOf(symbol));
  if (values.length !== codeLength || values.includes(-1)) return null;
  return checkSymbol(values.slice(0, symbols)) === values[symbols] ? clean : null;
}

/** Grouped for the eye and the ear: `XXXX XXXX XXX`. */
export function spacedCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' ');
}

/** The keys a code can be typed with. */
export const codeKeys: readonly string[] = [...alphabet];
