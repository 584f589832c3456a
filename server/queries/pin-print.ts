import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { kindOfPin } from '../../shared/prisoner/pin.ts';
import type { PinKind } from '../../shared/prisoner/pin-pictures.ts';
import type { PinSlip } from '../../shared/prisoner/pin-schema.ts';
import { Problem } from '../../shared/problems.ts';
import type { Context } from '../context.ts';
import type { Schema } from '../database/schema.ts';
import { hashSecret, makePin } from '../secrets.ts';
import { getPrisoner } from './prisoner-register.ts';
import { appendRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

type Tx = Transaction<Schema>;

interface Printing {
  readonly prisonId: string;
  readonly staff: Pick<StaffSession, 'id'>;
  readonly at: string;
}

/**
 * The slip that may be printed for him now: a first one if he never had a PIN, else a reset that a second person let
 * through. Throws second-person-needed.
 */
async function slipFor(tx: Tx, prisonerId: string, { prisonId, staff, at }: Printing) {
  const known = await tx
    .selectFrom('prisoner_pin')
    .select('prisoner_id')
    .where('prisoner_id', '=', prisonerId)
    .executeTakeFirst();
  if (known) {
    const reset = await tx
      .selectFrom('pin_slip')
      .select('id')
      .where('prison_id', '=', prisonId)
      .where('prisoner_id', '=', prisonerId)
      .where('why', '=', 'reset')
      .where('second_at', 'is not', null)
      .where('refused', '=', 0)
      .where('printed_at', 'is', null)
      .executeTakeFirst();
    if (!reset) throw new Problem('second-person-needed');
    await tx
      .updateTable('pin_slip')
      .set({ printed_by: staff.id, printed_at: at })
      .where('id', '=', reset.id)
      .execute();
    return { id: reset.id, reset: true };
  }
  const id = randomUUID();
  await tx
    .insertInto('pin_slip')
    .values({
      id,
      prison_id: prisonId,
      prisoner_id: prisonerId,
      why: 'first',
      asked_by: staff.id,
      asked_at: at,
      second_by: null,
      second_at: null,
      printed_by: staff.id,
      printed_at: at,
    })
    .execute();
  return { id, reset: false };
}

/** A PIN as it is kept. */
interface Kept {
  readonly hash: string;
  readonly kind: PinKind;
}

async function issue(tx: Tx, prisonerId: string, { hash, kind }: Kept, printing: Printing): Promise<boolean> {
  const { prisonId, staff, at } = printing;
  const slip = await slipFor(tx, prisonerId, printing);
  await tx
    .updateTable('prisoner')
    .set({ pin_hash: hash, pin_set_at: at, pin_kind: kind })
    .where('id', '=', prisonerId)
    .execute();
  const standing = { must_change: 1 as const, reset_at: slip.reset ? at : null };
  await tx
    .insertInto('prisoner_pin')
    .values({ prisoner_id: prisonerId, ...standing })
    .onConflict(conflict => conflict.column('prisoner_id').doUpdateSet(standing))
    .execute();
  // Whoever is in with the old PIN is out.
  await tx
    .updateTable('prisoner_session')
    .set({ ended_at: at })
    .where('prisoner_id', '=', prisonerId)
    .where('ended_at', 'is', null)
    .execute();
  const content = {
    action: slip.reset ? 'pin-reset-printed' : 'pin-printed',
    prisoner: prisonerId,
    slip: slip.id,
    kind,
  };
  await appendRecord(tx, { prisonId, kind: 'prisoner', at, actorId: staff.id, content });
  return slip.reset;
}

/**
 * Makes PINs for slips, all or none. The PINs are in the answer and nowhere else; what is kept is their hash, and
 * each must be changed at the first sign-in. Throws not-found, second-person-needed.
 */
export async function printSlips(
  { database, keys }: Pick<Context, 'database' | 'keys'>,
  wanted: readonly { readonly id: string; readonly kind: PinKind }[],
  printing: Printing,
): Promise<PinSlip[]> {
  const people = await Promise.all(
    wanted.map(async ({ id, kind }) => ({
      ...(await getPrisoner(database.read, printing.prisonId, id)),
      kind,
    })),
  );
  if (people.some(({ releasedAt }) => releasedAt !== null)) throw new Problem('not-found');
  // Hashed before the log's head is taken, so that nobody waits for it.
  const made = await Promise.all(
    people.map(async ({ id, number, name, wing, kind }) => {
      const pin = makePin(number, kind);
      return { slip: { id, number, name, wing, pin }, hash: await hashSecret(pin, keys.pepper) };
    }),
  );
  return database.transaction(async tx => {
    await database.lockHead(tx, printing.prisonId);
    const slips: PinSlip[] = [];
    for (const { slip, hash } of made) {
      const kept = { hash, kind: kindOfPin(slip.pin) };
      slips.push({ ...slip, reset: await issue(tx, slip.id, kept, printing) });
    }
    return slips;
  });
}
