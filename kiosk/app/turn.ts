import type { Turn } from './idle.ts';
import { type Place, readingPlaces } from './places.ts';

/** Whatever is not plainly reading is somebody's, from the first digit of a number on. */
export function turnOf(place: Place, hidden: boolean): Turn {
  if (hidden) return 'private';
  if (place.at === 'first') return 'first';
  return readingPlaces.has(place.at) ? 'reading' : 'private';
}
