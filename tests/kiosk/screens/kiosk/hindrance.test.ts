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
    expect(hindranceOf(phase, purpose)).toBe(hindrance);
  });

  it('is told before anything is asked', () => {
    expect(startOf('complaint', 'revoked')).toEqual({ at: 'hindered', by: 'revoked' });
    expect(startOf('complaint', 'enrolled')).toEqual({ at: 'who', purpose: 'complaint' });
  });
});
