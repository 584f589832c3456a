import type { Transaction } from 'kysely';
import { kindOfPin } from '../../shared/prisoner/pin.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { KioskRow, Schema } from '../database/schema.ts';
import { insertKiosk } from '../queries/kiosk.ts';
import { appendRecord } from '../queries/record.ts';
import { insertStaff } from '../queries/staff.ts';
import { makeSigningKey, type SigningKey } from './kiosk.ts';
import { type WingLetter, wingLetters } from './people.ts';
import type { Scene } from './scene.ts';
import { staffEntries } from './staff.ts';

type Tx = Transaction<Schema>;

/** What people sign in with, hashed beforehand: hashing is slow, and nothing waits for it in a transaction. */
export interface Hashes {
  readonly password: string;
  /** By prison number, of those who have a PIN. */
  readonly pins: ReadonlyMap<string, string>;
  /** Of a secret that nobody knows and no PIN fits. */
  readonly noPin: string;
}

/** Staff of every role, each with a leaf in the log, as when they are added in the panel. */
export async function engageStaff(tx: Tx, scene: Scene, passwordHash: string, at: string): Promise<void> {
  for (const { username, name, role, superior, unit = null, wing, headquarters } of staffEntries) {
    const person = {
      id: idOf(scene, username),
      prisonId: headquarters ? null : scene.prisonId,
      wingId: wing ? scene.wings[wing].id : null,
      superiorId: superior === null ? null : idOf(scene, superior),
      username,
      name,
      role,
      unit,
    };
    await insertStaff(tx, { ...person, passwordHash, state: 'active', mustChange: false, at });
    const { id: staff, wingId, superiorId } = person;
    const content = {
      action: 'added',
      staff,
      name,
      username,
      role,
      unit,
      wing: wingId,
      superior: superiorId,
    };
    await appendRecord(tx, { prisonId: scene.prisonId, kind: 'staff', at, actorId: null, content });
  }
}

function idOf(scene: Scene, username: string): string {
  const found = [...scene.staff].find(([name]) => name === username)?.[1];
  if (!found) throw new RangeError(`nobody is called ${username}`);
  return found.id;
}

export async function admitPrisoners(tx: Tx, scene: Scene, hashes: Hashes, at: string): Promise<void> {
  const { prisonId, prisoners } = scene;
  const rows = prisoners.map(({ id, name, wing, class: of, number, pin }) => ({
    id,
    prison_id: prisonId,
    wing_id: scene.wings[wing].id,
    name,
    class: of,
    pin_hash: hashes.pins.get(number) ?? hashes.noPin,
    pin_kind: pin === null ? ('digits' as const) : kindOfPin(pin),
    pin_set_at: at,
    released_at: null,
    // As the names are given: wing D is the women's.
    sex: wing === 'D' ? ('female' as const) : ('male' as const),
  }));
  const numbers = prisoners.map(({ id, number }) => ({
    prison_id: prisonId,
    number,
    prisoner_id: id,
    current: 1 as const,
  }));
  await tx.insertInto('prisoner').values(rows).execute();
  await tx.insertInto('prisoner_number').values(numbers).execute();
  const chosen = prisoners.filter(({ number }) => hashes.pins.has(number));
  await tx
    .insertInto('prisoner_pin')
    .values(chosen.map(({ id }) => ({ prisoner_id: id, must_change: 0 as const, reset_at: null })))
    .execute();
}

/** One kiosk a wing, with a real key. Wing B's has no handset. */
export async function enrolKiosks(
  { database }: Context,
  scene: Scene,
  at: Temporal.Instant,
): Promise<Map<WingLetter, { row: KioskRow; signing: SigningKey }>> {
  const kiosks = new Map<WingLetter, { row: KioskRow; signing: SigningKey }>();
  for (const wing of wingLetters) {
    const signing = makeSigningKey();
    const row = await insertKiosk(database.write, {
      prisonId: scene.prisonId,
      wingId: scene.wings[wing].id,
      name: `${wing}1`,
      mode: wing === 'B' ? 'speaker' : 'handset',
      publicKey: signing.publicKey,
      at: isoOf(at),
    });
    kiosks.set(wing, { row, signing });
  }
  return kiosks;
}

/** The kiosk that is carried to those who are held apart. */
export async function enrolRound(
  { database }: Context,
  scene: Scene,
  at: Temporal.Instant,
): Promise<{ row: KioskRow; signing: SigningKey }> {
  const signing = makeSigningKey();
  const row = await insertKiosk(database.write, {
    prisonId: scene.prisonId,
    wingId: scene.wings.A.id,
    name: 'R1',
    mode: 'handset',
    kind: 'round',
    publicKey: signing.publicKey,
    at: isoOf(at),
  });
  return { row, signing };
}
