import type { Kysely } from 'kysely';
import { isOpenAt } from '../../shared/rulebook/open-hours.ts';
import { ruleOn } from '../../shared/rulebook/value.ts';
import type { KioskRow, Schema } from '../database/schema.ts';
import { recordIrregularities } from './irregularity.ts';
import { getPrison } from './prison.ts';
import { rulesOf } from './rulebook.ts';

type Db = Kysely<Schema>;

/** Somebody's number and PIN at a kiosk, at a moment. */
export interface SignInPlace {
  readonly prisonerId: string;
  readonly number: string;
  readonly kiosk: Pick<KioskRow, 'id' | 'prison_id' | 'kind'>;
  readonly at: string;
}

async function isHeld(db: Db, prisonId: string, prisonerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('placement')
    .select('id')
    .where('prison_id', '=', prisonId)
    .where('prisoner_id', '=', prisonerId)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function areLocked(db: Db, prisonId: string, at: string): Promise<boolean> {
  const { zone } = await getPrison(db, prisonId);
  const here = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const { value } = ruleOn(await rulesOf(db, prisonId), 'open-hours', here.toPlainDate().toString());
  return !isOpenAt(value, here.toPlainTime().toString().slice(0, 5));
}

/**
 * Notes a sign-in that cannot well be his own: he is held where no wing's kiosk stands, or the wings are locked
 * (docs/decisions/0036). A kiosk that is carried round goes to the one, and may go to the other. It refuses nobody.
 */
export async function noteIfLockedUp(
  db: Db,
  signIn: string,
  { prisonerId, number, kiosk, at }: SignInPlace,
): Promise<void> {
  if (kiosk.kind === 'round') return;
  const held = await isHeld(db, kiosk.prison_id, prisonerId);
  if (!held && !(await areLocked(db, kiosk.prison_id, at))) return;
  const detail = { number, reason: held ? 'held' : 'wings-locked' };
  await recordIrregularities(db, kiosk.prison_id, at, [
    { kind: 'sign-in-locked-up', kioskId: kiosk.id, once: `sign-in:${signIn}`, detail },
  ]);
}
