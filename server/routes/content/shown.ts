import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { bundlesOf, shownUntil } from '../../queries/content-bundle.ts';
import { getPrison } from '../../queries/prison.ts';

interface Shown {
  readonly bundle: string;
  readonly since: string;
}

/** What was on the screen on a day: what stood there when it began, and whatever came in the course of it. */
function onDay(all: readonly Shown[], begins: string): Shown[] {
  const before = all.filter(({ since }) => since <= begins).at(-1);
  return [...(before ? [before] : []), ...all.filter(({ since }) => since > begins)];
}

export const contentShown = handle('GET /api/content/shown', async ({ context, caller, query }) => {
  const { prisonId } = present(caller.staff, 'staff');
  // Headquarters has no kiosks of its own.
  if (prisonId === null) return { kiosks: [], bundles: [] };
  const { read } = context.database;
  const { zone } = await getPrison(read, prisonId);
  const day = Temporal.PlainDate.from(query.day);
  const startOf = (date: Temporal.PlainDate) => isoOf(date.toZonedDateTime(zone).toInstant());
  const rows = await shownUntil(read, prisonId, startOf(day.add({ days: 1 })));
  const kiosks = Object.values(Object.groupBy(rows, row => row.kioskId)).flatMap(of =>
    of?.[0] ? [{ kiosk: of[0].kiosk, wing: of[0].wing, shown: onDay(of, startOf(day)) }] : [],
  );
  const digests = kiosks.flatMap(({ shown }) => shown.map(({ bundle }) => bundle));
  const bundles = await bundlesOf(read, prisonId, digests);
  return {
    kiosks: kiosks.map(each => ({
      ...each,
      shown: each.shown.map(({ bundle, since }) => ({ bundle, since })),
    })),
    bundles: bundles.map(bundle => ({
      ...bundle,
      entries: bundle.entries.map(entry => ({ ...entry, readers: [...entry.readers] })),
    })),
  };
});
