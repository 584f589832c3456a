import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from './place.ts';
import type { Way } from './ways/way.ts';

/** Tries a way and answers all that shows it to be open; nothing, if it is shut. */
export async function tryWay(way: Way, place: Place): Promise<readonly string[]> {
  try {
    const atOnce = await way.act(place);
    await wait(300);
    return [...(atOnce ? ['the browser gave it, or asked'] : []), ...(await place.changes())];
  } catch (error) {
    return [`the browser or its page is gone: ${(error as Error).message}`];
  }
}
