import type { Kysely, Transaction } from 'kysely';
import { carryDays } from '../../shared/kiosk/carry.ts';
import type { ExportRecord, NumberRuns } from '../../shared/kiosk/carry-schema.ts';
import type { ExportRow } from '../../shared/kiosk/schema.ts';
import type { Schema } from '../database/schema.ts';

type Db = Kysely<Schema>;

interface Reported {
  readonly prisonId: string;
  readonly kioskId: string;
  readonly at: string;
}

/** Writes down exports that a kiosk has told of, by itself or on a stick; what is known stays as it is. */
export async function noteExports(
  db: Db,
  { prisonId, kioskId, at }: Reported,
  exports: readonly ExportRecord[],
): Promise<void> {
  if (exports.length === 0) return;
  await db
    .insertInto('kiosk_export')
    .values(
      exports.map(({ id, madeAt, items }) => ({
        id,
        prison_id: prisonId,
        kiosk_id: kioskId,
        made_at: madeAt,
        items: JSON.stringify(items),
        reported_at: at,
        imported_at: null,
        imported_by: null,
      })),
    )
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute();
}

/** The stick was brought; only the first time counts. */
export async function markImported(
  tx: Transaction<Schema>,
  id: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('kiosk_export')
    .set({ imported_at: at, imported_by: by })
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .execute();
}

/** Whether the server has every one of these numbers. */
async function hasAll(db: Db, items: readonly NumberRuns[]): Promise<boolean> {
  for (const { kiosk, runs } of items)
    for (const [from, to] of runs) {
      const { count } = await db
        .selectFrom('intake')
        .select(eb => eb.fn.count('sequence').distinct().as('count'))
        .where('kiosk_id', '=', kiosk)
        .where('sequence', '>=', from)
        .where('sequence', '<=', to)
        .executeTakeFirstOrThrow();
      if (Number(count) < to - from + 1) return false;
    }
  return true;
}

/**
 * The newest hundred exports of a prison. Late is what was not imported seven days after it was made, or after it
 * was heard of: a kiosk whose clock is wrong by years must not hide one.
 */
export async function listExports(db: Db, prisonId: string, now: Temporal.Instant): Promise<ExportRow[]> {
  const rows = await db
    .selectFrom('kiosk_export')
    .innerJoin('kiosk', 'kiosk.id', 'kiosk_export.kiosk_id')
    .selectAll('kiosk_export')
    .select('kiosk.name as kiosk')
    .where('kiosk_export.prison_id', '=', prisonId)
    .orderBy('kiosk_export.reported_at', 'desc')
    .orderBy('kiosk_export.made_at', 'desc')
    .limit(100)
    .execute();
  const limit = now.subtract({ hours: 24 * carryDays });
  const old = (instant: string) => Temporal.Instant.compare(Temporal.Instant.from(instant), limit) <= 0;
  return Promise.all(
    rows.map(async row => ({
      id: row.id,
      kiosk: row.kiosk,
      madeAt: row.made_at,
      importedAt: row.imported_at,
      late: row.imported_at === null && (old(row.made_at) || old(row.reported_at)),
      complete: await hasAll(db, JSON.parse(row.items) as NumberRuns[]),
    })),
  );
}
