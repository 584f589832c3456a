import { letGoOfFocus } from '../components/focus.ts';
import { markChange } from '../components/guard.ts';
import { type Live, live } from './live.ts';
import type { Place } from './places.ts';

/** Where one is, and how one came: the last is the screen, the ones before it are where *Back* leads. */
export type Way = readonly [Place, ...Place[]];

const first: Place = { at: 'first' };
export const way: Live<Way> = live<Way>([first]);

function move(next: Way): void {
  markChange(performance.now());
  // The frame gives it to the title of the screen that comes. After a tap it is free already (components/tap.ts).
  letGoOfFocus();
  way.set(next);
}

/** The screen that shows. */
export function placeOf(current: Way): Place {
  return current[current.length - 1] ?? first;
}

/** One screen on; *Back* comes back to this one. */
export function go(place: Place): void {
  move([...way.get(), place]);
}

/** On to a screen in place of this one: *Back* passes over it. */
export function replace(place: Place): void {
  const [head, ...rest] = way.get();
  move(rest.length === 0 ? [place] : [head, ...rest.slice(0, -1), place]);
}

/** One screen back. */
export function back(): void {
  const [head, ...rest] = way.get();
  if (rest.length > 0) move([head, ...rest.slice(0, -1)]);
}

/** Forgets the way: the first screen, and what is over it, if anything. */
export function restart(...places: readonly Place[]): void {
  move([first, ...places]);
}

/** Back to the nearest screen on the way that `fits`, out of an aside of several screens. */
export function backTo(fits: (place: Place) => boolean): void {
  const [head, ...rest] = way.get();
  const at = rest.findLastIndex(fits);
  move([head, ...rest.slice(0, at + 1)]);
}
