import type { KioskRow } from '../../../shared/kiosk/schema.ts';
import { isOfThePrison } from '../../../shared/staff/roles.ts';
import type { Database } from '../../database/database.ts';
import { handle, present } from '../../http/operation.ts';
import { type KioskStatus, listKiosks, receivedOf } from '../../queries/kiosk.ts';
import { listWings } from '../../queries/prison.ts';

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
async function countsOf(database: Database, kioskId: string, status: KioskStatus | null): Promise<Counts> {
  const { highest, missing } = await receivedOf(database.read, kioskId, status?.sequence ?? 0);
  return {
    waiting: status?.waiting ?? 0,
    quarantined: status?.quarantined ?? 0,
    received: highest,
    missing: [...missing],
  };
}

async function rowOf(database: Database, kiosk: Listed, counted: boolean): Promise<KioskRow> {
  const status = kiosk.status === null ? null : (JSON.parse(kiosk.status) as KioskStatus);
  return {
    id: kiosk.id,
    name: kiosk.name,
    wing: kiosk.wing,
    mode: kiosk.mode,
    enrolledAt: kiosk.enrolled_at,
    revokedAt: kiosk.revoked_at,
    lastSeen: kiosk.last_seen_at,
    build: status?.build ?? null,
    persisted: status?.persisted ?? null,
    ...(counted ? await countsOf(database, kiosk.id, status) : keptBack),
    clockError: status && clockErrorOf(status),
  };
}

export const kiosks = handle('GET /api/kiosks', async ({ context, caller }) => {
  const { database } = context;
  const { prisonId, role } = present(caller.staff, 'staff');
  if (prisonId === null) return { kiosks: [], wings: [] };
  const listed = await listKiosks(database.read, prisonId);
  return {
    kiosks: await Promise.all(listed.map(kiosk => rowOf(database, kiosk, !isOfThePrison(role)))),
    wings: await listWings(database.read, prisonId),
  };
});
