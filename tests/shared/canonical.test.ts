import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../shared/canonical.ts';

/** The same value with every object's keys the other way round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turned(item as Json)]),
  );
}

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and parses back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonical(value as Json);
        expect(canonical(turned(value as Json))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('sorts keys by code unit and leaves no space (RFC 8785)', () => {
    expect(canonical({ é: 1, Z: [1, { b: null, a: true }], a: '\n' })).toBe(
      '{"Z":[1,{"a":true,"b":null}],"a":"\\n","é":1}',
    );
  });
  it('refuses what JSON cannot carry', () => {
    expect(() => canonical({ n: Number.NaN })).toThrow(RangeError);
  });
});
