import { describe, expect, it } from 'vitest';
import { hindranceOf, startOf } from '../../../../kiosk/screens/kiosk/hindrance.ts';

describe('what stands in the way', () => {
  it.each([
    ['nothing on an enrolled kiosk', 'enrolled', 'complaint', null],
    ['nothing yet while it starts', 'starting', 'complaint', null],
    ['a kiosk that is not set up only reads', 'reading-only', 'complaint', 'not-set-up'],
    ['not for own submissions either', 'reading-only', 'submissions', 'not-set-up'],
    ['a revoked kiosk', 'revoked', 'complaint', 'revoked'],
    ['a database that does not open', 'database-closed', 'complaint', 'database-closed'],
    ['a full disk takes no complaint', 'storage-full', 'complaint', 'storage-full'],
    ['but shows own submissions, which it does not keep', 'storage-full', 'submissions', null],
  ] as const)('%s', (_name, phase, purpose, hindrance) => {
    expect(hindranceOf({ phase, tooOld: false }, purpose)).toBe(hindrance);
  });

  it('a version that is too old shows nothing of a person, and takes a complaint all the same', () => {
    const old = { phase: 'enrolled', tooOld: true } as const;
    expect(hindranceOf(old, 'submissions')).toBe('too-old');
    expect(hindranceOf(old, 'complaint')).toBeNull();
  });

  it('is told before anything is asked', () => {
    expect(startOf('complaint', { phase: 'revoked', tooOld: false })).toEqual({
      at: 'hindered',
      by: 'revoked',
    });
    expect(startOf('complaint', { phase: 'enrolled', tooOld: false })).toEqual({
      at: 'who',
      purpose: 'complaint',
    });
  });
});
