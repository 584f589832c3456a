import type { Kysely, Selectable } from 'kysely';
import type { ClockReason } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { ClockTable } from '../database/tables/clock.ts';
import type { KioskStatus } from './kiosk.ts';

type Db = Kysely<Schema>;
export type ClockRow = Selectable<ClockTable>;

const minute = 60_000;
/** A clock that is set by the network steps back by less than this. */
const backAllowed = 2 * minute;
/** A prison whose server stood still for longer has somebody look at its clock before it goes on. */
const aheadAllowed = 45 * 24 * 60 * minute;
const kioskWindow = 10 * minute;
const kioskErrorAllowed = 15 * minute;
/** One kiosk's clock is believed by nobody; three that agree are worth a question. */
const kiosksNeeded = 3;

export async function readClockRow(db: Db): Promise<ClockRow | null> {
  return (await db.selectFrom('clock').selectAll().where('id', '=', 1).executeTakeFirst()) ?? null;
}

/** The time of the newest entry of any prison's log. */
export async function lastEntryAt(db: Db): Promise<Temporal.Instant | null> {
  const { at } = await db
    .selectFrom('log_head')
    .innerJoin('log_entry', join =>
      join
        .onRef('log_entry.prison_id', '=', 'log_head.prison_id')
        .on(eb => eb('log_entry.position', '=', eb('log_head.size', '-', 1))),
    )
    .select(eb => eb.fn.max('log_entry.at').as('at'))
    .executeTakeFirstOrThrow();
  return at === null ? null : Temporal.Instant.from(at);
}

export async function kioskStatuses(db: Db): Promise<KioskStatus[]> {
  const rows = await db
    .selectFrom('kiosk')
    .select('status')
    .where('revoked_at', 'is', null)
    .where('status', 'is not', null)
    .execute();
  return rows.map(row => JSON.parse(row.status ?? '') as KioskStatus);
}

const millisecondsOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

/** The middle one of at least three; null of fewer. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < kiosksNeeded) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return (sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1]) ?? null;
}

const errorOf = ({ wall, at }: KioskStatus): number => millisecondsOf(wall) - millisecondsOf(at);

/** What is left of a kiosk's error once the one that two people have looked at is taken off. */
function newErrorOf(status: KioskStatus, accepted: number): number {
  const error = errorOf(status);
  return Math.abs(error - accepted) <= kioskErrorAllowed ? error - accepted : error;
}

/** The middle of the times that the kiosks saw when they were last heard of. `accepted` is `kiosk_error`. */
export function kiosksSaw(statuses: readonly KioskStatus[], accepted: number): Temporal.Instant | null {
  const median = medianOf(statuses.map(status => millisecondsOf(status.at) + newErrorOf(status, accepted)));
  return median === null ? null : Temporal.Instant.fromEpochMilliseconds(median);
}

const isRecent = (status: KioskStatus, system: Temporal.Instant): boolean =>
  Math.abs(system.epochMilliseconds - millisecondsOf(status.at)) <= kioskWindow;

/** What the clocks of the kiosks heard of lately say now; null if too few were. `accepted` is `kiosk_error`. */
export function kiosksSayNow(
  statuses: readonly KioskStatus[],
  system: Temporal.Instant,
  accepted: number,
): Temporal.Instant | null {
  const recent = statuses.filter(status => isRecent(status, system));
  const error = medianOf(recent.map(status => newErrorOf(status, accepted)));
  return error === null ? null : system.add({ milliseconds: error });
}

/** By how much the kiosks heard of lately are ahead, in milliseconds; 0 if too few were. */
export function kioskErrorNow(statuses: readonly KioskStatus[], system: Temporal.Instant): number {
  return medianOf(statuses.filter(status => isRecent(status, system)).map(errorOf)) ?? 0;
}

/** Why the system's time cannot be believed, given the latest time that was seen. */
export function reasonToDoubt(system: Temporal.Instant, latest: Temporal.Instant): ClockReason | null {
  const ahead = system.epochMilliseconds - latest.epochMilliseconds;
  if (ahead < -backAllowed) return 'behind-last-entry';
  return ahead > aheadAllowed ? 'far-ahead' : null;
}

/** Whether the kiosks' clocks stand too far from the system's. */
export function kiosksDisagree(system: Temporal.Instant, kiosks: Temporal.Instant | null): boolean {
  return kiosks !== null && Math.abs(kiosks.epochMilliseconds - system.epochMilliseconds) > kioskErrorAllowed;
}

export function latestOf(...instants: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (latest, one) => (one && (!latest || Temporal.Instant.compare(one, latest) > 0) ? one : latest),
    null,
  );
}
