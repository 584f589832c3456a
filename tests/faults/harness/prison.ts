import { randomUUID } from 'node:crypto';
import { isoOf, makeClock } from '../../../server/clock.ts';
import type { Context } from '../../../server/context.ts';
import { type Database, openDatabase } from '../../../server/database/database.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { migrations } from '../../../server/database/migrations/index.ts';
import { type Keys, openKeys } from '../../../server/keys.ts';
import { foundPrison } from '../../../server/queries/found-prison.ts';
import { insertKiosk } from '../../../server/queries/kiosk.ts';
import { enrolmentOf } from '../../../server/routes/kiosks/enrol.ts';
import { makePass } from '../../../server/tokens.ts';
import type { SealedItem } from '../../../shared/submission/schema.ts';
import { makeKioskKeys, makeTestKiosk, type TestKiosk } from '../../helpers/test-kiosk.ts';
import { configOf, type Place } from './place.ts';

/** As its kiosks show it. */
export const prisonName = 'Faults';

/** A prison with one prisoner and some kiosks, as every class of faults begins with. */
export interface Prison {
  readonly id: string;
  readonly kiosks: readonly PrisonKiosk[];
  /** Raw Ed25519, base64url: what receipts are checked with. */
  readonly receiptsKey: { readonly id: string; readonly publicKey: string };
}

export interface PrisonKiosk extends TestKiosk {
  /** The next item of this kiosk, signed in: it ends in the officers' list. Written so many milliseconds ago. */
  nextItem(agoMs?: number): Promise<SealedItem>;
}

/** Opens the store of a place with its keys, tables up to date; closed after `work`. */
export async function withStore<T>(
  place: Place,
  work: (store: { database: Database; keys: Keys }) => Promise<T>,
): Promise<T> {
  const keys = await openKeys(place.dataDir);
  const database = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  try {
    await migrate(database, migrations);
    return await work({ database, keys });
  } finally {
    await database.close();
  }
}

/** Founds the prison in an empty place. `demonstration` lets a browser on this machine enrol by itself. */
export function found(place: Place, kiosks: number, demonstration = false): Promise<Prison> {
  return withStore(place, async ({ database, keys }) => {
    const clock = makeClock();
    const at = isoOf(clock.now());
    const [id, wingId, prisonerId] = [randomUUID(), randomUUID(), randomUUID()];
    const wings = [{ id: wingId, name: 'A' }];
    await database.transaction(async tx => {
      await foundPrison(tx, { id, name: prisonName, zone: 'Africa/Nairobi', demonstration, wings, at });
      await tx
        .insertInto('prisoner')
        .values({
          id: prisonerId,
          prison_id: id,
          wing_id: wingId,
          name: 'Prisoner',
          class: 'convicted',
          pin_hash: '',
          pin_set_at: at,
          released_at: null,
        })
        .execute();
      await tx
        .insertInto('prisoner_number')
        .values({ prison_id: id, number: '1/26', prisoner_id: prisonerId, current: 1 })
        .execute();
    });
    const context = { config: configOf(place), database, keys, clock } as unknown as Context;
    const made: PrisonKiosk[] = [];
    for (let index = 0; index < kiosks; index += 1)
      made.push(await enrol(context, id, wingId, prisonerId, index));
    return { id, kiosks: made, receiptsKey: keys.receipts };
  });
}

async function enrol(
  context: Context,
  prisonId: string,
  wingId: string,
  prisonerId: string,
  index: number,
): Promise<PrisonKiosk> {
  const { database, keys, clock } = context;
  const kioskKeys = await makeKioskKeys();
  const row = await insertKiosk(database.write, {
    prisonId,
    wingId,
    name: `Kiosk ${index + 1}`,
    mode: 'handset',
    publicKey: kioskKeys.publicKey,
    at: isoOf(clock.now()),
  });
  let ago = 0;
  const kiosk = makeTestKiosk(
    enrolmentOf(context, row),
    kioskKeys,
    () => clock.now().epochMilliseconds - ago,
  );
  return {
    ...kiosk,
    nextItem(agoMs = 0) {
      ago = agoMs;
      const pass = makePass(keys, prisonerId, row.id, clock.now().subtract({ milliseconds: ago }));
      return kiosk.makeItem({}, { version: 1, kind: 'pass', pass });
    },
  };
}
