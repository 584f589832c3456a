/** What canonical JSON can hold: no undefined, no NaN, no dates. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space.
 * Two programs that hold the same value get the same bytes, so that hashes and signatures agree.
 * Throws RangeError on numbers that JSON cannot carry.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('canonical JSON holds finite numbers only');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  // localeCompare would sort by language; RFC 8785 asks for code units.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

const encoder = new TextEncoder();

/** The UTF-8 bytes of the canonical form. */
export function canonicalBytes(value: Json): Uint8Array<ArrayBuffer> {
  return encoder.encode(canonical(value));
}
