import { liveQuery, type Subscription } from 'dexie';
import type { OutboxDatabase } from './outbox-database.ts';
import { type PublicDatabase, readKept } from './public-database.ts';
import { changeState } from './state.ts';
import type { KioskState } from './types.ts';

let subscriptions: Subscription[] = [];

let holders = 0;
let pending: Pick<KioskState, 'waiting' | 'quarantined'> | null = null;

/** Runs `work`, and shows only after it how many wait: drawing that must not come between a tap and its receipt. */
export async function withCountsHeld<T>(work: () => Promise<T>): Promise<T> {
  holders += 1;
  try {
    return await work();
  } finally {
    holders -= 1;
    if (holders === 0 && pending) changeState(pending);
  }
}

/** A query that runs again whenever what it read was changed, in this tab or another. */
function watch<T>(query: () => Promise<T>, show: (value: T) => void): void {
  // A failing query ends here: whoever reads or writes next tells the phase, and opening again watches anew.
  subscriptions.push(liveQuery(query).subscribe({ next: show, error: () => {} }));
}

/** Feeds the state from the databases, which are where it lives. Called each time they were opened. */
export function watchDatabases(outbox: OutboxDatabase, open: PublicDatabase): void {
  for (const subscription of subscriptions) subscription.unsubscribe();
  subscriptions = [];
  watch(
    () => readKept(open, 'settings'),
    settings => changeState({ settings }),
  );
  watch(
    async () => (await readKept(open, 'law'))?.version,
    version => changeState({ law: version === undefined ? null : { version } }),
  );
  watch(
    async () => (await readKept(open, 'witness'))?.alarm?.kind ?? null,
    logAlarm => changeState({ logAlarm }),
  );
  const count = (state: 'waiting' | 'quarantined') =>
    outbox.items.where('[state+sequence]').between([state, 0], [state, Number.MAX_SAFE_INTEGER]).count();
  watch(
    async () => ({ waiting: await count('waiting'), quarantined: await count('quarantined') }),
    counts => {
      pending = counts;
      if (holders === 0) changeState(counts);
    },
  );
}
