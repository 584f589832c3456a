import { describe, expect, it } from 'vitest';
import { consentKey, gainOf, permissionFor } from '../../../kiosk/speech/permission.ts';

describe('what may be said aloud', () => {
  it.each([
    ['in the handset everything', 'handset', true, 'unasked', 'play'],
    ['in the handset also what was refused over a speaker', 'handset', true, 'refused', 'play'],
    ['over a speaker what is public', 'speaker', false, 'refused', 'play'],
    ['over a speaker what is somebody’s, after asking', 'speaker', true, 'unasked', 'ask'],
    ['over a speaker what was allowed', 'speaker', true, 'given', 'play'],
    ['over a speaker never what was refused', 'speaker', true, 'refused', 'never'],
    ['on a kiosk that does not know yet as over a speaker', null, true, 'unasked', 'ask'],
  ] as const)('%s', (_name, mode, isPrivate, consent, expected) => {
    expect(permissionFor(mode, isPrivate, consent)).toBe(expected);
  });

  it('asks anew before the read-back, and before each other kind of screen', () => {
    const asked = [
      consentKey({ at: 'question', step: 'when' }),
      consentKey({ at: 'question', step: 'read-back' }),
      consentKey({ at: 'submissions' }),
      consentKey({ at: 'receipt' }),
    ];
    expect(new Set(asked).size).toBe(asked.length);
    expect(consentKey({ at: 'question', step: 'kind' })).toBe(asked[0]);
  });

  it('says somebody’s own words quietly over a speaker, even at the loudest', () => {
    expect(gainOf(5, 'speaker', true)).toBeLessThan(gainOf(3, 'speaker', false));
    expect(gainOf(5, 'handset', true)).toBe(1);
    for (const volume of [1, 2, 3, 4])
      expect(gainOf(volume + 1, 'speaker', true)).toBeGreaterThan(gainOf(volume, 'speaker', true));
  });
});
