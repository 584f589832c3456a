import { describe, expect, test } from 'vitest';
import { passesThrough, readBuild } from '../../../kiosk/worker/build.ts';

const hash = 'h'.repeat(43);
const page = { url: '/index.html', hash, bytes: 10 };
const script = { url: '/assets/index-abc.js', hash, bytes: 20 };

test('a list of a build is read, without the worker itself and the list', () => {
  const files = [page, script, { url: '/sw.js', hash, bytes: 1 }, { url: '/build.json', hash, bytes: 1 }];
  expect(readBuild({ id: 'a1', files, builtAt: 'x' })).toEqual({ id: 'a1', files: [page, script] });
});

describe('no build', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a page', '<html>'],
    ['no id', { files: [page] }],
    ['an id that could not name a cache', { id: '../x y', files: [page] }],
    ['no files', { id: 'a' }],
    ['an empty list', { id: 'a', files: [] }],
    ['no page to show', { id: 'a', files: [script] }],
    ['a file on another origin', { id: 'a', files: [page, { ...script, url: 'https://elsewhere/x.js' }] }],
    ['a file on another origin, shorter', { id: 'a', files: [page, { ...script, url: '//elsewhere/x.js' }] }],
    ['a file without a hash', { id: 'a', files: [page, { url: '/x.js', bytes: 1 }] }],
    ['a file with half a hash', { id: 'a', files: [page, { ...script, hash: 'h' }] }],
    ['a file of no known length', { id: 'a', files: [page, { ...script, bytes: '20' }] }],
  ])('%s', (_, value) => expect(readBuild(value)).toBeNull());
});

test.each<[string, boolean]>([
  ['/admin', true],
  ['/admin/cases/7', true],
  ['/api', true],
  ['/api/intake', true],
  ['/healthz', true],
  ['/build.json', true],
  ['/sw.js', true],
  ['/', false],
  ['/index.html', false],
  ['/administration', false],
  ['/apiary.js', false],
  ['/assets/admin/x.js', false],
])('%s left alone: %s', (path, left) => {
  expect(passesThrough(path)).toBe(left);
});
