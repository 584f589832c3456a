import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFromMac, codeKeys, readCode, spacedCode } from '../../../shared/submission/code.ts';

const anyCode = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(codeFromMac);

describe('a receipt code', () => {
  it('is eleven characters without look-alike letters, and reads back as it is', () => {
    fc.assert(
      fc.property(anyCode, code => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/);
        expect(readCode(spacedCode(code).toLowerCase())).toBe(code);
      }),
      { numRuns: 5_000 },
    );
  });
  it('is refused when any one character is wrong', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(10), fc.constantFrom(...codeKeys), (code, place, key) => {
        fc.pre(code[place] !== key);
        expect(readCode(code.slice(0, place) + key + code.slice(place + 1))).toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });
  it('is refused when two neighbours are swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(9), (code, place) => {
        fc.pre(code[place] !== code[place + 1]);
        const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
        expect(readCode(swapped)).toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });
  it('takes O for 0 and I or L for 1, as people write them', () => {
    const code = codeFromMac(new Uint8Array(8));
    expect(code).toBe('00000000000');
    expect(readCode('OOOO oooo 000')).toBe(code);
  });
  it('uses fifty bits of the MAC: one more bit changes nothing, one of the fifty does', () => {
    const mac = new Uint8Array(32);
    const with51st = Uint8Array.from(mac);
    with51st[6] = 0b0010_0000;
    const with50th = Uint8Array.from(mac);
    with50th[6] = 0b0100_0000;
    expect(codeFromMac(with51st)).toBe(codeFromMac(mac));
    expect(codeFromMac(with50th)).not.toBe(codeFromMac(mac));
  });
  it('is the same for ever: codes are on paper', () => {
    expect(codeFromMac(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7))).toBe('000G40R40MV');
    expect(codeFromMac(Uint8Array.of(255, 238, 221, 204, 187, 170, 153, 136))).toBe('ZZQDVK5VNA6');
  });
  it.each([[''], ['1234'], ['0000 0000 00!'], ['000000000000'], ['UUUUUUUUUUU']])('%j is none', typed => {
    expect(readCode(typed)).toBeNull();
  });
});
