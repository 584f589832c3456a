import { isClockOff, lowBattery, silentAfterMs } from '../../../shared/kiosk/health.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { bundleHead, noteShown } from '../../queries/content-bundle.ts';
import { recordIrregularities } from '../../queries/irregularity.ts';
import { type KioskStatus, receivedOf, saveStatus } from '../../queries/kiosk.ts';
import { noteForeignCode } from '../../queries/kiosk-code.ts';
import { noteExports } from '../../queries/kiosk-export.ts';
import { insertSilence } from '../../queries/kiosk-silence.ts';
import { nightsOf, noteLostNights } from '../../queries/letter-night.ts';
import { todayOf } from '../today.ts';

const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

/**
 * What the wall of lights shows of a kiosk, and nothing that counts its items: whoever watches a light change must
 * not learn that somebody has just sent something.
 */
function shown(status: KioskStatus): string {
  const { build, persisted, rejected, trouble, battery, wall, at } = status;
  return JSON.stringify([
    build,
    persisted,
    rejected,
    trouble,
    battery && [battery.charging, battery.level < lowBattery],
    isClockOff(instant(wall) - instant(at)),
  ]);
}

function isNews(before: KioskStatus | null, now: KioskStatus): boolean {
  if (!before || instant(now.at) - instant(before.at) > silentAfterMs) return true;
  return shown(before) !== shown(now);
}

/** More missing than wait in the kiosk's own outbox means that something given out is gone. */
export const heartbeat = handle('POST /api/kiosks/heartbeat', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  const at = isoOf(clock.system());
  const before = kiosk.status === null ? null : (JSON.parse(kiosk.status) as KioskStatus);
  const buildSince = before?.build === body.build ? (before.buildSince ?? at) : at;
  const { exports = [], nights, ...said } = body;
  const status = { ...said, at, buildSince };
  if (before && instant(at) - instant(before.at) > silentAfterMs)
    await insertSilence(database.write, kiosk.id, before.at, at);
  await saveStatus(database.write, kiosk.id, status);
  const owner = { prisonId: kiosk.prison_id, kioskId: kiosk.id, at };
  // A kiosk whose store is shut shows what it showed, and does not say so.
  if (said.content !== undefined && said.content !== before?.content)
    await noteShown(database, { ...owner, bundle: said.content });
  if (before?.build !== body.build) await noteForeignCode(database, { ...owner, build: body.build });
  await noteExports(database.write, owner, exports);
  const received = await receivedOf(database.read, kiosk.id, body.sequence);
  // A kiosk whose store is shut tells old counts: nothing follows from them.
  if (!body.trouble && received.missing.length > body.waiting + body.quarantined)
    await recordIrregularities(
      database.write,
      kiosk.prison_id,
      at,
      received.missing.map(sequence => ({
        kind: 'sequence-missing' as const,
        kioskId: kiosk.id,
        once: `missing:${kiosk.id}:${sequence}`,
        detail: { sequence, waiting: body.waiting },
      })),
    );
  const trays = await nightsOf(database.read, kiosk.id, nights?.last ?? 0);
  if (nights) await noteLostNights(database, { ...owner, first: nights.first }, trays.missing);
  if (isNews(before, status))
    database.announce({ noun: 'kiosk', prisonId: kiosk.prison_id, ids: [kiosk.id] });
  return {
    time: isoOf(clock.now()),
    timeConfirmed: clock.confirmed,
    received: received.highest,
    missing: [...received.missing],
    exports: exports.map(({ id }) => id),
    content: (await bundleHead(database.read, kiosk.prison_id, await todayOf(context, kiosk.prison_id)))
      .digest,
    nights: { received: trays.highest, missing: [...trays.missing] },
  };
});
