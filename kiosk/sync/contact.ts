import { onExchange } from '../api/request.ts';
import { inPublic } from '../store/databases.ts';
import { readKept, writeKept } from '../store/public-database.ts';
import { changeState, liveState } from '../store/state.ts';
import { bestTime } from './clock.ts';

/** Keeps `online` and `offlineSince` true: after every exchange, and over a restart. `back` runs when the server is. */
export async function watchContact(back: () => void): Promise<void> {
  const kept = await inPublic(database => readKept(database, 'away'));
  changeState({ offlineSince: kept?.since ?? null });
  onExchange(reached => {
    const { online, offlineSince } = liveState().get();
    const since = reached ? null : (offlineSince ?? new Date(bestTime()).toISOString());
    changeState({ online: reached, offlineSince: since });
    if (since !== offlineSince) {
      // Only a sentence on the screen depends on it: a store in trouble says so elsewhere.
      inPublic(database => writeKept(database, 'away', { since })).catch(() => {});
    }
    if (reached && online === false) back();
  });
}
