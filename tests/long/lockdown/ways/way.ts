import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from '../place.ts';

/** One thing that somebody may try in order to get out of the page, or to get something in or out. */
export interface Way {
  readonly name: string;
  /** Tries it. Answers true if it is seen at once that it is open; what changed besides is looked at afterwards. */
  readonly act: (place: Place) => Promise<boolean>;
  /**
   * Why an unlocked browser does not show it either, where that is so: the row then says less than the others.
   * All others must be open in a browser without the kit, or the probe would prove nothing.
   */
  readonly notShown?: string;
  /** Leaves a dialog of the browser's that only a new start takes away, if it is open. */
  readonly dialog?: true;
}

/** Goes to an address as if it had been typed. */
export function typed(name: string, address: (place: Place) => string, notShown?: string): Way {
  return {
    name,
    act: async place => {
      await place.type(address(place));
      return false;
    },
    ...(notShown === undefined ? {} : { notShown }),
  };
}

/** A script in the page, with a tap behind it; what it does is seen afterwards. */
export function scripted(name: string, script: (place: Place) => string, more: Partial<Way> = {}): Way {
  return {
    name,
    act: async place => {
      await place.run(`void (() => { ${script(place)} })()`);
      return false;
    },
    ...more,
  };
}

/**
 * Something that a page asks the browser for. Open if it is given, and open if it is still waiting after a moment:
 * then the browser is showing a question or a dialog.
 */
export function asked(name: string, promise: string, more: Partial<Way> = {}): Way {
  return {
    name,
    act: async place => {
      const answer = await place.run(`Promise.race([
        (async () => ${promise})().then(value => (value === 'denied' || value === null ? 'refused' : 'given'),
          // A dialog that came and was ended is a dialog.
          error => (error?.name === 'AbortError' ? 'waiting' : 'refused')),
        new Promise(resolve => setTimeout(resolve, 800, 'waiting')),
      ])`);
      return answer !== 'refused';
    },
    ...more,
  };
}

export const pause = (milliseconds: number) => wait(milliseconds);
