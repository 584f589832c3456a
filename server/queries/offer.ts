import type { Transaction } from 'kysely';
import { believedTime } from '../../shared/offer/days.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import { dayOf } from '../clock.ts';
import type { IntakeRow, Schema } from '../database/schema.ts';
import type { Prison } from './prison.ts';
import { normalNumber } from './prisoner.ts';
import { appendRecord } from './record.ts';

type Tx = Transaction<Schema>;

/** An offer as it came out of its envelope, with the row that it came in. */
export interface OpenedOffer {
  readonly row: IntakeRow;
  readonly content: OfferContent;
}

/**
 * Writes offers down with their leaves. The caller holds the head of the prison's log and has marked their
 * envelopes as opened in the same transaction, so that each is written once.
 */
export async function insertOffers(
  tx: Tx,
  prison: Prison,
  offers: readonly OpenedOffer[],
  at: string,
): Promise<void> {
  for (const { row, content } of offers) {
    const { section, answer, reason } = content;
    const number = normalNumber(content.number);
    const kiosk = await tx
      .selectFrom('kiosk')
      .select('enrolled_at')
      .where('id', '=', row.kiosk_id)
      .executeTakeFirstOrThrow();
    // A former number finds the person too.
    const owner = await tx
      .selectFrom('prisoner_number')
      .select('prisoner_id')
      .where('prison_id', '=', prison.id)
      .where('number', '=', number)
      .executeTakeFirst();
    const madeAt = believedTime(content.madeAt, kiosk.enrolled_at, row.received_at);
    const madeOn = dayOf(Temporal.Instant.from(madeAt), prison.zone).toString();
    await tx
      .insertInto('offer')
      .values({
        id: row.id,
        prison_id: prison.id,
        kiosk_id: row.kiosk_id,
        section,
        number,
        prisoner_id: owner?.prisoner_id ?? null,
        made_at: madeAt,
        made_on: madeOn,
        received_at: row.received_at,
        answer,
        reason,
      })
      .execute();
    await appendRecord(tx, {
      prisonId: prison.id,
      kind: 'offer',
      at,
      actorId: null,
      content: { id: row.id, kiosk: row.kiosk_id, section, number, madeAt, madeOn, answer, reason },
    });
  }
}
