import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { digestOf } from '../secrets.ts';

type Db = Kysely<Schema>;

export interface PrisonerSession {
  readonly tokenHash: string;
  readonly prisonerId: string;
  readonly prisonId: string;
}

function withNumber(db: Db, prisonId: string, number: string) {
  return db
    .selectFrom('prisoner_number')
    .innerJoin('prisoner', 'prisoner.id', 'prisoner_number.prisoner_id')
    .leftJoin('prisoner_pin', 'prisoner_pin.prisoner_id', 'prisoner.id')
    .select(['prisoner.id', 'prisoner_number.number', 'prisoner.pin_hash', 'prisoner.class', 'prisoner.sex'])
    .select(['prisoner_pin.must_change', 'prisoner_pin.reset_at'])
    .where('prisoner_number.prison_id', '=', prisonId)
    .where('prisoner_number.number', '=', normalNumber(number));
}

/** The person in this prison whose number this is or once was; nobody who left. */
export async function findByNumber(db: Db, prisonId: string, number: string) {
  const row = await withNumber(db, prisonId, number)
    .where('prisoner.prison_id', '=', prisonId)
    .where('prisoner.released_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whose number it was here, wherever he is now: what he wrote before he left may arrive afterwards. */
export async function findWriter(db: Db, prisonId: string, number: string) {
  return (await withNumber(db, prisonId, number).executeTakeFirst()) ?? null;
}

/** Numbers are kept in capitals and without spaces. */
export function normalNumber(number: string): string {
  return number.toUpperCase().replace(/\s/g, '');
}

export async function insertPrisonerSession(
  db: Db,
  session: { token: string; prisonerId: string; kioskId: string; at: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('prisoner_session')
    .values({
      token_hash: digestOf(session.token),
      prisoner_id: session.prisonerId,
      kiosk_id: session.kioskId,
      created_at: session.at,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
}

/** A live session of this token at this kiosk. */
export async function findPrisonerSession(
  db: Db,
  token: string,
  kioskId: string,
  now: string,
): Promise<PrisonerSession | null> {
  const row = await db
    .selectFrom('prisoner_session')
    .innerJoin('prisoner', 'prisoner.id', 'prisoner_session.prisoner_id')
    .select(['token_hash', 'prisoner_id', 'prisoner.prison_id'])
    .where('token_hash', '=', digestOf(token))
    .where('kiosk_id', '=', kioskId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('prisoner.released_at', 'is', null)
    .executeTakeFirst();
  return row ? { tokenHash: row.token_hash, prisonerId: row.prisoner_id, prisonId: row.prison_id } : null;
}

export async function endPrisonerSession(db: Db, tokenHash: string, at: string): Promise<void> {
  await db
    .updateTable('prisoner_session')
    .set({ ended_at: at })
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Where and when he was last signed in, before now. */
export async function lastSignIn(db: Db, prisonerId: string) {
  const row = await db
    .selectFrom('sign_in')
    .innerJoin('wing', 'wing.id', 'sign_in.wing_id')
    .select(['sign_in.id', 'sign_in.at', 'wing.name as wing'])
    .where('prisoner_id', '=', prisonerId)
    .where('not_me_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps that he signed in; answers the id. */
export async function insertSignIn(
  db: Db,
  signIn: { prisonerId: string; kioskId: string; wingId: string; at: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('sign_in')
    .values({
      id,
      prisoner_id: signIn.prisonerId,
      kiosk_id: signIn.kioskId,
      wing_id: signIn.wingId,
      at: signIn.at,
      not_me_at: null,
    })
    .execute();
  return id;
}

/** "That was not me": listed for the visiting justice. False if there is no such sign-in of his. */
export async function markNotMe(db: Db, prisonerId: string, signInId: string, at: string): Promise<boolean> {
  const changed = await db
    .updateTable('sign_in')
    .set({ not_me_at: at })
    .where('id', '=', signInId)
    .where('prisoner_id', '=', prisonerId)
    .where('not_me_at', 'is', null)
    .returning('id')
    .execute();
  return changed.length > 0;
}
