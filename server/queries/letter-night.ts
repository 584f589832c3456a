import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { recordIrregularities } from './irregularity.ts';
import { missingOf, type Received } from './kiosk.ts';

/** The nights whose trays came from a kiosk, and which are missing up to `last`, the last one that it closed. */
export async function nightsOf(db: Kysely<Schema>, kioskId: string, last: number): Promise<Received> {
  const rows = await db.selectFrom('letter_batch').select('night').where('kiosk_id', '=', kioskId).execute();
  return missingOf(
    rows.map(row => row.night),
    last,
  );
}

interface Said {
  readonly prisonId: string;
  readonly kioskId: string;
  /** The first night whose tray the kiosk still keeps. */
  readonly first: number;
  readonly at: string;
}

/** Notes the trays that neither the server has nor the kiosk any more: their letters will not be read. */
export async function noteLostNights(
  database: Database,
  { prisonId, kioskId, first, at }: Said,
  missing: readonly number[],
): Promise<void> {
  await recordIrregularities(
    database.write,
    prisonId,
    at,
    missing
      .filter(night => night < first)
      .map(night => ({
        kind: 'letters-missing' as const,
        kioskId,
        once: `night:${kioskId}:${night}`,
        detail: { night },
      })),
  );
}
