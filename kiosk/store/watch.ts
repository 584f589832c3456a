import { Dexie, type ObservabilitySet, type Table } from 'dexie';
import type { OutboxDatabase } from './outbox-database.ts';
import { type PublicDatabase, readKept } from './public-database.ts';
import { changeState } from './state.ts';
import type { KioskState } from './types.ts';

/** Ends what is watched now. */
let ends: (() => void)[] = [];

let holders = 0;
let pending: Pick<KioskState, 'waiting' | 'quarantined'> | null = null;

function letGo(): void {
  holders -= 1;
  if (holders === 0 && pending) changeState(pending);
}

/**
 * Runs `work`, and shows only after it how many wait: drawing that must not come between a tap and its receipt. In a
 * turn of its own, since whoever waits for `work` draws first.
 */
export async function withCountsHeld<T>(work: () => Promise<T>): Promise<T> {
  holders += 1;
  try {
    return await work();
  } finally {
    setTimeout(letGo, 0);
  }
}

/**
 * A query that runs again whenever its table was changed, in this tab or another. The library's own live queries
 * keep in mind every change since they last ran, so one whose table hardly ever changes would grow for ever.
 */
function watch<T>({ db, name }: Table, query: () => Promise<T>, show: (value: T) => void): () => void {
  const parts = `idb://${db.name}/${name}/`;
  let isOver = false;
  let isRunning = false;
  let again = false;
  async function run(): Promise<void> {
    try {
      do {
        again = false;
        const value = await query();
        if (!isOver) show(value);
      } while (again && !isOver);
    } finally {
      // At once: a change that is heard between the last look and this would be looked at by nobody.
      isRunning = false;
    }
  }
  function look(): void {
    again = true;
    if (isRunning) return;
    isRunning = true;
    // A query that fails says nothing: whoever reads or writes next tells the phase, and opening again watches anew.
    run().catch(() => {});
  }
  const hear = (changed: ObservabilitySet) => {
    if (Object.keys(changed).some(part => part === 'all' || part.startsWith(parts))) look();
  };
  Dexie.on('storagemutated', hear);
  look();
  return () => {
    isOver = true;
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

/** Feeds the state from the databases, which are where it lives. Called each time they were opened. */
export function watchDatabases(outbox: OutboxDatabase, open: PublicDatabase): void {
  for (const end of ends) end();
  const count = (state: 'waiting' | 'quarantined') =>
    outbox.items.where('[state+sequence]').between([state, 0], [state, Number.MAX_SAFE_INTEGER]).count();
  ends = [
    watch(
      open.kept,
      () => readKept(open, 'settings'),
      settings => changeState({ settings }),
    ),
    watch(
      open.kept,
      async () => (await readKept(open, 'law'))?.version,
      version => changeState({ law: version === undefined ? null : { version } }),
    ),
    watch(
      open.kept,
      () => readKept(open, 'content'),
      content =>
        changeState({ content: content?.shown ?? null, contentWaits: (content?.waiting ?? null) !== null }),
    ),
    watch(
      open.kept,
      async () => (await readKept(open, 'witness'))?.alarm?.kind ?? null,
      logAlarm => changeState({ logAlarm }),
    ),
    watch(
      open.kept,
      async () => (await readKept(open, 'letters'))?.here ?? null,
      letters => changeState({ letters }),
    ),
    watch(
      outbox.items,
      async () => ({ waiting: await count('waiting'), quarantined: await count('quarantined') }),
      counts => {
        pending = counts;
        if (holders === 0) changeState(counts);
      },
    ),
  ];
}
