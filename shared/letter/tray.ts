/**
 * What a kiosk keeps for the next night: a tray of letters, full from the moment it is made. All of them are dummies
 * at first; a letter takes the place of one. Places that were taken are marked, and so are one to three others,
 * drawn by lot: a mark tells nobody that somebody wrote.
 */
export const slotsOfTray = 8;
const mostFeigned = 3;

export interface Tray {
  readonly letters: readonly string[];
  /** Places that no letter may take any more. */
  readonly taken: readonly boolean[];
}

/** A whole number below `limit`, for numbers as small as these. */
function below(random: number, limit: number): number {
  return Math.min(limit - 1, Math.floor(random * limit));
}

/** A new tray of dummies. `lot` gives random numbers from 0 up to 1. */
export function newTray(dummies: readonly string[], lot: () => number): Tray {
  const taken = dummies.map(() => false);
  for (let feigned = 1 + below(lot(), mostFeigned); feigned > 0; feigned -= 1)
    taken[below(lot(), taken.length)] = true;
  return { letters: [...dummies], taken };
}

/** The tray with the letter in a free place drawn by lot; null if there is none. */
export function withLetter(tray: Tray, letter: string, lot: () => number): Tray | null {
  const free = tray.taken.flatMap((taken, place) => (taken ? [] : [place]));
  const place = free[below(lot(), free.length)];
  if (free.length === 0 || place === undefined) return null;
  return { letters: tray.letters.with(place, letter), taken: tray.taken.with(place, true) };
}
