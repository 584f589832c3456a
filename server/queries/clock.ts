import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { TimeState } from '../../shared/staff/schema.ts';
import { type Clock, type ClockReason, isoOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import {
  type ClockRow,
  kioskErrorNow,
  kioskStatuses,
  kiosksDisagree,
  kiosksSaw,
  kiosksSayNow,
  lastEntryAt,
  latestOf,
  readClockRow,
  reasonToDoubt,
} from './clock-evidence.ts';
import { recordIrregularities } from './irregularity.ts';
import { listPrisonIds } from './prison.ts';
import { recordEverywhere } from './record.ts';
import type { StaffSession } from './staff.ts';

/**
 * Compares the system's time with all that has seen time before: the last note of it, the newest log entry,
 * the kiosks. What was unconfirmed when the server ended stays so. Run once, before anything is taken in.
 */
export async function checkClockAtStart(database: Database, clock: Clock): Promise<void> {
  const row = await readClockRow(database.read);
  const latest = latestOf(
    row && Temporal.Instant.from(row.latest_seen),
    await lastEntryAt(database.read),
    kiosksSaw(await kioskStatuses(database.read), row?.kiosk_error ?? 0),
  );
  if (row?.confirmed === 0) return clock.distrust(row.reason as ClockReason, latest ?? clock.system());
  const reason = latest && reasonToDoubt(clock.system(), latest);
  if (reason) await distrust(database, clock, reason, latest);
  else await saveClock(database.write, believed(isoOf(clock.system()), row?.kiosk_error ?? 0));
}

/**
 * Notes the latest time seen, every minute, so that the next start has something to compare with; stops
 * believing the system's time when it jumps meanwhile or the kiosks agree that it is wrong.
 */
export async function noteTime(database: Database, clock: Clock): Promise<void> {
  const row = await readClockRow(database.read);
  if (row) follow(clock, row);
  const system = clock.system();
  const kiosks = kiosksSayNow(await kioskStatuses(database.read), system, row?.kiosk_error ?? 0);
  if (!clock.confirmed) {
    if (kiosks) clock.saw(kiosks);
    await saveLatest(database.write, isoOf(clock.latestSeen), 0);
    return;
  }
  const noted = row ? Temporal.Instant.from(row.latest_seen) : system;
  const reason =
    reasonToDoubt(system, noted) ?? (kiosksDisagree(system, kiosks) ? ('kiosks-disagree' as const) : null);
  if (reason) await distrust(database, clock, reason, latestOf(noted, kiosks) ?? noted);
  else if (row) await saveLatest(database.write, isoOf(system), 1);
  else await saveClock(database.write, believed(isoOf(system), 0));
}

/** Another process may have stopped believing the time, or two people may have confirmed it there. */
function follow(clock: Clock, row: ClockRow): void {
  if (row.confirmed === 1 && !clock.confirmed) clock.trust();
  if (row.confirmed === 0 && clock.confirmed)
    clock.distrust(row.reason as ClockReason, Temporal.Instant.from(row.latest_seen));
}

async function distrust(
  database: Database,
  clock: Clock,
  reason: ClockReason,
  latest: Temporal.Instant,
): Promise<void> {
  const system = isoOf(clock.system());
  clock.distrust(reason, latest);
  const latestSeen = isoOf(latest);
  await database.transaction(async tx => {
    await saveClock(tx, { latest_seen: latestSeen, confirmed: 0, reason, kiosk_error: 0 });
    // What was confirmed before says nothing of this jump.
    await tx.deleteFrom('clock_confirmation').execute();
    for (const prisonId of await listPrisonIds(tx))
      await recordIrregularities(tx, prisonId, isoOf(clock.now()), [
        {
          kind: 'clock-jumped',
          kioskId: null,
          once: `clock:${prisonId}:${reason}:${latestSeen}`,
          detail: { reason, system, latestSeen },
        },
      ]);
  });
}

const believed = (latestSeen: string, kioskError: number): Omit<ClockRow, 'id'> => ({
  latest_seen: latestSeen,
  confirmed: 1,
  reason: null,
  kiosk_error: kioskError,
});

async function saveClock(db: Kysely<Schema>, values: Omit<ClockRow, 'id'>): Promise<void> {
  await db
    .insertInto('clock')
    .values({ id: 1, ...values })
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Only while nobody, in this process or another, changed meanwhile whether time is confirmed. */
async function saveLatest(db: Kysely<Schema>, latestSeen: string, confirmed: 0 | 1): Promise<void> {
  await db
    .updateTable('clock')
    .set({ latest_seen: latestSeen })
    .where('id', '=', 1)
    .where('confirmed', '=', confirmed)
    .execute();
}

async function confirmers(db: Kysely<Schema>): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('clock_confirmation')
    .innerJoin('staff', 'staff.id', 'clock_confirmation.staff_id')
    .select(['staff.id', 'staff.name'])
    .orderBy('clock_confirmation.at')
    .execute();
}

/** `now` is the system's time, which is what two people are asked to compare with their own clocks. */
export async function readTimeState(database: Database, clock: Clock): Promise<TimeState> {
  return {
    now: isoOf(clock.system()),
    confirmed: clock.confirmed,
    reason: clock.reason,
    latestSeen: isoOf(clock.latestSeen),
    confirmedBy: (await confirmers(database.read)).map(person => person.name),
  };
}

/**
 * One person says that the system's time is right. The first changes nothing; with the second it is believed
 * again. Throws `second-person-needed` when the second is under the first (protection.md).
 */
export async function confirmTime(database: Database, clock: Clock, person: StaffSession): Promise<void> {
  const system = clock.system();
  const at = isoOf(system);
  const kioskError = kioskErrorNow(await kioskStatuses(database.read), system);
  let trusted = false;
  // Under the system's own time, which is what is confirmed: the log's newest entry must not contradict it.
  await recordEverywhere(database, { kind: 'time', at, actorId: person.id }, async tx => {
    if ((await readClockRow(tx))?.confirmed !== 0) return null;
    const before = (await confirmers(tx)).map(one => one.id);
    if (before.includes(person.id)) return null;
    if (before.length > 0 && before.every(id => person.superiors.includes(id)))
      throw new Problem('second-person-needed');
    trusted = before.length > 0;
    await tx.insertInto('clock_confirmation').values({ staff_id: person.id, at }).execute();
    if (trusted) {
      await saveClock(tx, believed(at, kioskError));
      await tx.deleteFrom('clock_confirmation').execute();
    }
    return { action: trusted ? 'confirmed-second' : 'confirmed-first', best: isoOf(clock.now()) };
  });
  if (trusted) clock.trust();
}
