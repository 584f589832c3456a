import { sealDummy } from '../../shared/letter/envelope.ts';
import { type Readers, readersOf } from '../../shared/letter/register.ts';
import { newTray, slotsOfTray, withLetter } from '../../shared/letter/tray.ts';
import { bestTime } from '../sync/clock.ts';
import { inPublic } from './databases.ts';
import { inLetters, type KeptTray } from './letter-database.ts';
import { readKept } from './public-database.ts';
import { liveState } from './state.ts';
import { StoreUnusable } from './store-trouble.ts';

/** Who changes trays does so one after the other on one machine. */
export const letterLock = 'sauti-letters';

/** A number from 0 up to 1 that nobody can foresee. */
const lot = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Today in the prison, by the best known time. */
export function todayHere(): string {
  const zone = liveState().get().settings?.prison.zone ?? 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(bestTime()))
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** Who may read letters of this prison, as it was heard last; null where nobody may. */
export async function readersHere(prison: string): Promise<Readers | null> {
  const kept = await inPublic(database => readKept(database, 'letters'));
  return kept?.here ? readersOf(kept.desk.register, prison, kept.anchor) : null;
}

/** A tray of dummies. */
export async function freshTray(recipients: readonly string[], prison: string): Promise<KeptTray> {
  const dummies = Array.from({ length: slotsOfTray }, () => sealDummy(recipients, prison));
  return { ...newTray(await Promise.all(dummies), lot), begunOn: todayHere() };
}

/** Keeps a tray here at all times, begun before anybody writes. */
export async function keepATray(recipients: readonly string[], prison: string): Promise<void> {
  if ((await inLetters(database => database.trays.count())) > 0) return;
  const tray = await freshTray(recipients, prison);
  await inLetters(database =>
    database.transaction('rw', database.trays, async () => {
      if ((await database.trays.count()) === 0) await database.trays.add(tray);
    }),
  );
}

async function put(letter: string, recipients: readonly string[], prison: string): Promise<void> {
  const spare = await freshTray(recipients, prison);
  await inLetters(database =>
    database.transaction('rw', database.trays, async () => {
      const trays = await database.trays.orderBy('order').toArray();
      const found = trays.flatMap(tray => {
        const laid = withLetter(tray, letter, lot);
        return laid ? [{ ...tray, ...laid }] : [];
      });
      const changed = found[0] ?? { ...spare, ...withLetter(spare, letter, lot) };
      await database.trays.put(changed);
    }),
  );
  const kept = await inLetters(database => database.trays.toArray());
  if (!kept.some(tray => tray.letters.includes(letter)))
    throw new StoreUnusable('database-closed', new Error('the letter does not read back'));
}

/** Lays a letter into the first tray with a free place; a tray more is begun if all are full. */
export function layIn(letter: string, recipients: readonly string[], prison: string): Promise<void> {
  return navigator.locks.request(letterLock, () => put(letter, recipients, prison));
}
