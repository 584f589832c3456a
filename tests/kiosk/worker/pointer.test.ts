import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  activated,
  downloaded,
  givenUp,
  keptBuilds,
  loaded,
  noPointer,
  type Pointer,
  ran,
  ranOn,
} from '../../../kiosk/worker/pointer.ts';

const running: Pointer = { ...noPointer, active: 'a' };
const times = (count: number, pointer: Pointer, step: (before: Pointer) => Pointer) =>
  Array.from({ length: count }).reduce<Pointer>(before => step(before), pointer);

test('the first build is shown at once', () => {
  expect(downloaded(noPointer, 'a')).toEqual(running);
});

test('every other one waits until it is switched to', () => {
  const waits = downloaded(running, 'b');
  expect(waits).toMatchObject({ active: 'a', ready: 'b' });
  expect(activated(waits)).toMatchObject({ active: 'b', former: ['a'], ready: null, unproven: 1 });
});

test('a newer build takes the place of one that waits', () => {
  expect(downloaded(downloaded(running, 'b'), 'c')).toMatchObject({ active: 'a', ready: 'c' });
});

test('a server that went back to the build that is shown leaves nothing waiting', () => {
  expect(downloaded(downloaded(running, 'b'), 'a')).toEqual(running);
});

test('switching without a build that waits changes nothing', () => {
  expect(activated(running)).toBe(running);
});

test('a proven build stays, however often it is loaded', () => {
  expect(times(100, running, loaded)).toBe(running);
});

test('a new build that says it runs is proven', () => {
  const switched = loaded(activated(downloaded(running, 'b')));
  expect(times(100, ran(switched, 'b'), loaded)).toMatchObject({ active: 'b', former: ['a'], unproven: 0 });
});

test('an older page that says it runs proves nothing about the new build', () => {
  const switched = activated(downloaded(running, 'b'));
  expect(ran(switched, 'a')).toBe(switched);
});

test('a new build that never runs is given up on the fourth load, and remembered', () => {
  const switched = activated(downloaded(running, 'b'));
  expect(times(3, switched, loaded).active).toBe('b');
  expect(times(4, switched, loaded)).toEqual({ ...running, rejected: 'b' });
});

const hour = 3_600_000;

test('the build before goes once the new one has run for a day, however that day is made up', () => {
  const proven = ran(activated(downloaded(running, 'b')), 'b');
  const almost = times(47, proven, before => ranOn(before, 'b', hour / 2));
  expect([...keptBuilds(almost)].sort()).toEqual(['a', 'b']);
  // What an older page says, or a clock that runs backwards, does not count.
  expect(ranOn(ranOn(almost, 'a', 48 * hour), 'b', -48 * hour)).toEqual(almost);
  expect([...keptBuilds(ranOn(almost, 'b', hour / 2))]).toEqual(['b']);
});

test('two builds in one day: the one that ran for days is kept, and one that never ran is not gone back to', () => {
  const second = ran(activated(downloaded(running, 'b')), 'b');
  expect(activated(downloaded(second, 'c'))).toMatchObject({ active: 'c', former: ['b', 'a'] });
  const unproven = activated(downloaded(running, 'b'));
  expect(activated(downloaded(unproven, 'c'))).toMatchObject({ active: 'c', former: ['a'] });
});

test('a page that did not come up is given up at once, for one after the other', () => {
  const second = ran(activated(downloaded(running, 'b')), 'b');
  const third = activated(downloaded(second, 'c'));
  expect(givenUp(third)).toMatchObject({ active: 'b', former: ['a'], rejected: 'c' });
  expect(givenUp(givenUp(third))).toMatchObject({ active: 'a', former: [], rejected: 'b' });
  expect(givenUp(running)).toBe(running);
});

test('with nothing to fall back to, the build stays', () => {
  const only = { ...running, unproven: 1 };
  expect(times(10, only, loaded)).toMatchObject({ active: 'a', unproven: 0 });
});

test('whatever happens, a kiosk that had a build has one, and keeps its files', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(
    id.map(one => (before: Pointer) => downloaded(before, one)),
    id.map(one => (before: Pointer) => ran(before, one)),
    id.map(one => (before: Pointer) => ranOn(before, one, 9 * hour)),
    fc.constant(givenUp),
    fc.constant(activated),
    fc.constant(loaded),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let pointer = running;
      for (const change of steps) {
        pointer = change(pointer);
        expect(pointer.active).not.toBeNull();
        expect(keptBuilds(pointer).has(pointer.active ?? '')).toBe(true);
        expect(pointer.ready).not.toBe(pointer.active);
      }
    }),
  );
});
