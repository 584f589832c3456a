import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Static } from 'typebox';
import type { HeartbeatBody } from '../../shared/kiosk/schema.ts';
import type { KioskRow, Schema } from '../database/schema.ts';

type Db = Kysely<Schema>;
export type KioskStatus = Omit<Static<typeof HeartbeatBody>, 'exports' | 'nights'> & {
  readonly at: string;
  /** Since when the kiosk has said that it runs this build. */
  readonly buildSince?: string;
};

export async function getKiosk(db: Db, id: string): Promise<KioskRow | null> {
  return (await db.selectFrom('kiosk').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export interface NewKiosk {
  readonly prisonId: string;
  readonly wingId: string;
  readonly name: string;
  readonly mode: 'handset' | 'speaker';
  readonly publicKey: string;
  readonly at: string;
  readonly kind?: 'wall' | 'round';
  readonly cardPrefix?: string | null;
  /** JSON of a `DevicePin`. */
  readonly devicePin?: string | null;
}

/** Enrols a kiosk; the same key again is the same kiosk. */
export async function insertKiosk(db: Db, kiosk: NewKiosk): Promise<KioskRow> {
  await db
    .insertInto('kiosk')
    .values({
      id: randomUUID(),
      prison_id: kiosk.prisonId,
      wing_id: kiosk.wingId,
      name: kiosk.name,
      mode: kiosk.mode,
      public_key: kiosk.publicKey,
      enrolled_at: kiosk.at,
      revoked_at: null,
      last_seen_at: null,
      status: null,
      kind: kiosk.kind ?? 'wall',
      card_prefix: kiosk.cardPrefix ?? null,
      device_pin: kiosk.devicePin ?? null,
    })
    .onConflict(conflict => conflict.column('public_key').doNothing())
    .execute();
  return db
    .selectFrom('kiosk')
    .selectAll()
    .where('public_key', '=', kiosk.publicKey)
    .executeTakeFirstOrThrow();
}

/** Uses up a one-time code; null if it is wrong, used or over. */
export async function useEnrolmentCode(db: Db, codeHash: string, at: string) {
  const [used] = await db
    .updateTable('kiosk_code')
    .set({ used_at: at })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returningAll()
    .execute();
  return used ?? null;
}

export async function insertEnrolmentCode(
  db: Db,
  code: {
    codeHash: string;
    prisonId: string;
    wingId: string;
    name: string;
    madeBy: string;
    expiresAt: string;
    kind?: 'wall' | 'round';
    cardPrefix?: string | null;
    devicePin?: string | null;
  },
): Promise<void> {
  await db
    .insertInto('kiosk_code')
    .values({
      code_hash: code.codeHash,
      prison_id: code.prisonId,
      wing_id: code.wingId,
      name: code.name,
      made_by: code.madeBy,
      expires_at: code.expiresAt,
      used_at: null,
      kind: code.kind ?? 'wall',
      card_prefix: code.cardPrefix ?? null,
      device_pin: code.devicePin ?? null,
    })
    .execute();
}

export async function revokeKiosk(db: Db, prisonId: string, id: string, at: string): Promise<boolean> {
  const changed = await db
    .updateTable('kiosk')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('prison_id', '=', prisonId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return changed.length > 0;
}

/** A new device PIN, as JSON of a `DevicePin`. False if the prison has no such kiosk in use. */
export async function setDevicePin(
  db: Db,
  prisonId: string,
  id: string,
  devicePin: string,
): Promise<boolean> {
  const changed = await db
    .updateTable('kiosk')
    .set({ device_pin: devicePin })
    .where('id', '=', id)
    .where('prison_id', '=', prisonId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return changed.length > 0;
}

export async function saveStatus(db: Db, id: string, status: KioskStatus): Promise<void> {
  await db
    .updateTable('kiosk')
    .set({ last_seen_at: status.at, status: JSON.stringify(status) })
    .where('id', '=', id)
    .execute();
}

export interface Received {
  readonly highest: number;
  readonly missing: readonly number[];
}

/**
 * The highest sequence number that the server has of a kiosk, and which are missing up to `given`, the last
 * one that the kiosk gave out. At most a hundred are listed.
 */
export async function receivedOf(db: Db, kioskId: string, given: number): Promise<Received> {
  const { highest, count } = await db
    .selectFrom('intake')
    .select(eb => [eb.fn.max('sequence').as('highest'), eb.fn.count('sequence').distinct().as('count')])
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirstOrThrow();
  const top = Number(highest ?? 0);
  if (Number(count) === Math.max(top, given)) return { highest: top, missing: [] };
  const rows = await db.selectFrom('intake').select('sequence').where('kiosk_id', '=', kioskId).execute();
  return missingOf(
    rows.map(row => row.sequence),
    given,
  );
}

const missingListed = 100;

/** The highest of the numbers that came, and the first hundred that are missing up to it, or up to the last one given out. */
export function missingOf(came: readonly number[], given: number): Received {
  const here = new Set(came);
  const highest = came.reduce((top, number) => Math.max(top, number), 0);
  const missing: number[] = [];
  for (let number = 1; number <= Math.max(highest, given) && missing.length < missingListed; number += 1)
    if (!here.has(number)) missing.push(number);
  return { highest, missing };
}

/** Every kiosk of a prison with its wing's name. */
export async function listKiosks(db: Db, prisonId: string) {
  return db
    .selectFrom('kiosk')
    .innerJoin('wing', 'wing.id', 'kiosk.wing_id')
    .selectAll('kiosk')
    .select('wing.name as wing')
    .where('kiosk.prison_id', '=', prisonId)
    .orderBy('wing.name')
    .orderBy('kiosk.name')
    .execute();
}

export interface Doubled {
  readonly kioskId: string;
  /** When the second item under the number came. */
  readonly at: string;
}

/** Numbers under which kiosks of a prison sent two items: somebody has a copy of a key. */
export async function listDoubled(db: Db, prisonId: string): Promise<Doubled[]> {
  const rows = await db
    .selectFrom('irregularity')
    .select(['kiosk_id', 'at'])
    .where('prison_id', '=', prisonId)
    .where('kind', '=', 'sequence-doubled')
    .execute();
  return rows.map(row => ({ kioskId: row.kiosk_id ?? '', at: row.at }));
}
