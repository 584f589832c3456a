import { expect, test } from 'vitest';
import { buildOf, judgeTrial, type Release, releaseState } from '../../../shared/kiosk/release.ts';

const at = '2026-03-02T07:00:00.000Z';
const all = (build: string): Release => ({ build, step: 'all', kiosk: null, at });
const one = (build: string, kiosk: string): Release => ({ build, step: 'one', kiosk, at });
const withdrawn = (build: string, kiosk: string): Release => ({ build, step: 'withdrawn', kiosk, at });

test.each<[string, Release[], string, string | null, string | null]>([
  ['nothing was released yet', [], 'k1', null, null],
  ['the first build', [all('a')], 'k1', 'a', 'a'],
  ['a trial is for its own kiosk alone', [all('a'), one('b', 'k1')], 'k1', 'b', 'a'],
  [
    'a trial on another kiosk ends the one before',
    [all('a'), one('b', 'k1'), one('b', 'k2')],
    'k1',
    'a',
    'a',
  ],
  ['a release ends the trial', [all('a'), one('b', 'k1'), all('b')], 'k1', 'b', 'b'],
  ['a release of another build too', [all('a'), one('b', 'k1'), all('c')], 'k1', 'c', 'c'],
  ['what was withdrawn', [all('a'), one('b', 'k1'), withdrawn('b', 'k1')], 'k1', 'a', 'a'],
])('%s', (_, history, kiosk, his, others) => {
  const state = releaseState(history);
  expect(buildOf(state, kiosk)).toBe(his);
  expect(buildOf(state, 'another')).toBe(others);
  expect(buildOf(state, null)).toBe(others);
});

test('what all had before is former, and no longer once they have it again', () => {
  expect([...releaseState([all('a'), all('b'), all('c')]).former]).toEqual(['a', 'b']);
  expect([...releaseState([all('a'), all('b'), all('a')]).former]).toEqual(['b']);
});

const now = Date.parse('2026-03-02T08:00:00Z');
const well = {
  lastSeen: '2026-03-02T07:59:00Z',
  build: 'b',
  buildSince: '2026-03-02T07:45:00Z',
  rejected: null,
  trouble: null,
  revoked: false,
};

test.each([
  ['runs for a quarter of an hour', {}, 'well'],
  ['runs, but not for long enough', { buildSince: '2026-03-02T07:46:00Z' }, 'running'],
  ['still has the old one', { build: 'a' }, 'not-yet'],
  ['went back by itself', { build: 'a', rejected: 'b' }, 'failed'],
  ['went back from another one once', { rejected: 'x' }, 'well'],
  ['has not spoken for six minutes', { lastSeen: '2026-03-02T07:54:00Z' }, 'silent'],
  ['never spoke', { lastSeen: null, build: null, buildSince: null }, 'silent'],
  ['cannot use its store', { trouble: 'storage-full' }, 'troubled'],
  ['was revoked meanwhile', { revoked: true }, 'silent'],
])('a kiosk that %s', (_, more, verdict) => {
  expect(judgeTrial({ build: 'b' }, { ...well, ...more }, now, Date.parse)).toBe(verdict);
});
