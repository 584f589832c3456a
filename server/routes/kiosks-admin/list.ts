import { silentAfterMs } from '../../../shared/kiosk/health.ts';
import type { KioskRow } from '../../../shared/kiosk/schema.ts';
import { isNearKiosks } from '../../../shared/staff/roles.ts';
import { isoOf, nextSix } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import { type Doubled, type KioskStatus, listDoubled, listKiosks, receivedOf } from '../../queries/kiosk.ts';
import { getPrison, listWings } from '../../queries/prison.ts';

type Listed = Awaited<ReturnType<typeof listKiosks>>[number];

/** Seconds by which the kiosk's clock was ahead when it was last heard of. */
function clockErrorOf(status: KioskStatus): number {
  const { wall, at } = status;
  const error = Temporal.Instant.from(wall).epochMilliseconds - Temporal.Instant.from(at).epochMilliseconds;
  return Math.round(error / 1000);
}

type Counts = Pick<KioskRow, 'waiting' | 'quarantined' | 'received' | 'missing'>;
const keptBack: Counts = { waiting: null, quarantined: null, received: null, missing: null };

/** What waits on a kiosk, what the server has of it, and what never came. */
async function countsOf({ database }: Context, kioskId: string, status: KioskStatus | null): Promise<Counts> {
  const { highest, missing } = await receivedOf(database.read, kioskId, status?.sequence ?? 0);
  return {
    waiting: status?.waiting ?? 0,
    quarantined: status?.quarantined ?? 0,
    received: highest,
    missing: [...missing],
  };
}

/** Ten minutes, so that what is heard right after a delivery looks like any other word of the kiosk. */
function coarse(lastSeen: string): string {
  return isoOf(
    Temporal.Instant.from(lastSeen).round({
      smallestUnit: 'minute',
      roundingIncrement: 10,
      roundingMode: 'floor',
    }),
  );
}

function isSilent(lastSeen: string | null, now: Temporal.Instant): boolean {
  return (
    lastSeen === null || now.since(Temporal.Instant.from(lastSeen)).total('milliseconds') > silentAfterMs
  );
}

async function rowOf(
  context: Context,
  kiosk: Listed,
  counted: { doubled: number } | null,
): Promise<KioskRow> {
  const status = kiosk.status === null ? null : (JSON.parse(kiosk.status) as KioskStatus);
  const seen = kiosk.last_seen_at;
  // Used room grows with every item, so officers see it in steps of ten.
  const used = status?.storageUsed;
  return {
    id: kiosk.id,
    name: kiosk.name,
    wing: kiosk.wing,
    mode: kiosk.mode,
    kind: kiosk.kind,
    enrolledAt: kiosk.enrolled_at,
    revokedAt: kiosk.revoked_at,
    lastSeen: seen === null || counted ? seen : coarse(seen),
    silent: isSilent(seen, context.clock.system()),
    build: status?.build ?? null,
    rejected: status?.rejected ?? null,
    persisted: status?.persisted ?? null,
    storageUsed: used === undefined ? null : counted ? used : Math.floor(used / 10) * 10,
    battery: status?.battery ?? null,
    trouble: status?.trouble ?? null,
    ...(counted ? await countsOf(context, kiosk.id, status) : keptBack),
    doubled: counted === null ? null : counted.doubled,
    clockError: status && clockErrorOf(status),
  };
}

/** Officers of the prison hear of it at six next morning, as of all that tells of one submission. */
function isTold({ at }: Doubled, counted: boolean, zone: string, now: Temporal.Instant): boolean {
  return counted || nextSix(Temporal.Instant.from(at), zone) <= isoOf(now);
}

export const kiosks = handle('GET /api/kiosks', async ({ context, caller }) => {
  const { database, clock } = context;
  const { prisonId, role } = present(caller.staff, 'staff');
  if (prisonId === null) return { kiosks: [], copiedKey: false, wings: [] };
  const listed = await listKiosks(database.read, prisonId);
  const counted = !isNearKiosks(role);
  const { zone } = await getPrison(database.read, prisonId);
  const told = (await listDoubled(database.read, prisonId)).filter(one =>
    isTold(one, counted, zone, clock.now()),
  );
  const doubledOf = (id: string) => told.filter(one => one.kioskId === id).length;
  return {
    kiosks: await Promise.all(
      listed.map(kiosk => rowOf(context, kiosk, counted ? { doubled: doubledOf(kiosk.id) } : null)),
    ),
    copiedKey: listed.some(kiosk => kiosk.revoked_at === null && doubledOf(kiosk.id) > 0),
    wings: await listWings(database.read, prisonId),
  };
});
