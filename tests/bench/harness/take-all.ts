import { makeClock } from '../../../server/clock.ts';
import type { Context } from '../../../server/context.ts';
import { openDatabase } from '../../../server/database/database.ts';
import { makeIntakeQueue } from '../../../server/intake/queue.ts';
import { openKeys } from '../../../server/keys.ts';
import { takeItem } from '../../../server/routes/intake/take.ts';
import type { WaitingItem } from './items.ts';
import type { Place } from './places.ts';

/** So many at once: as many as one commit takes. */
const atOnce = 200;

/** Takes items into a place as the server does, without HTTP, and leaves them sealed. */
export async function takeAll(place: Place, items: readonly WaitingItem[]): Promise<void> {
  const database = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  const context: Pick<Context, 'database' | 'keys' | 'clock' | 'intake'> = {
    database,
    keys: await openKeys(place.dataDir),
    clock: makeClock(),
    intake: makeIntakeQueue(
      database,
      () => undefined,
      () => new Error('the queue is full'),
    ),
  };
  try {
    for (let from = 0; from < items.length; from += atOnce)
      await Promise.all(
        items.slice(from, from + atOnce).map(({ item }) => takeItem(context as Context, item)),
      );
  } finally {
    await database.close();
  }
}
