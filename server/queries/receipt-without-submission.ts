import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { recordIrregularities } from './irregularity.ts';
import type { KioskStatus } from './kiosk.ts';
import type { GivenNumber } from './receipt-code.ts';

/** What stands here under a number that a kiosk gave out, where no submission does. */
export type Standing =
  /** It came, and could not be opened, or not yet. */
  | 'sealed'
  /** An offer on a round: it has no writer who could ask. */
  | 'offer'
  /** Nothing, or what came has no submission any more. */
  | 'nothing';

async function standingOf(db: Kysely<Schema>, { kiosk, sequence }: GivenNumber): Promise<Standing> {
  const came = await db
    .selectFrom('intake')
    .leftJoin('offer', 'offer.id', 'intake.id')
    .select(['intake.state', 'offer.id as offer'])
    .where('intake.kiosk_id', '=', kiosk.id)
    .where('intake.sequence', '=', sequence)
    .execute();
  if (came.some(({ offer }) => offer !== null)) return 'offer';
  return came.some(({ state }) => state !== 'opened') ? 'sealed' : 'nothing';
}

/**
 * Somebody holds a receipt code that a kiosk gave out, and no submission stands under it: if nothing waits to be opened
 * either, it is noted once for headquarters and the justices, with how much waited on that kiosk when it was last heard of.
 */
export async function noteReceiptWithoutSubmission(
  database: Database,
  given: GivenNumber,
  at: string,
): Promise<Standing> {
  const standing = await standingOf(database.read, given);
  if (standing !== 'nothing') return standing;
  const { kiosk, sequence } = given;
  const status = kiosk.status === null ? null : (JSON.parse(kiosk.status) as KioskStatus);
  await recordIrregularities(database.write, kiosk.prison_id, at, [
    {
      kind: 'receipt-without-submission',
      kioskId: kiosk.id,
      once: `receipt:${kiosk.id}:${sequence}`,
      detail: { sequence, waiting: status && status.waiting + status.quarantined },
    },
  ]);
  return standing;
}
