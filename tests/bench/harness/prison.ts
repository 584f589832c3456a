import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../../../server/database/database.ts';
import type { Schema } from '../../../server/database/schema.ts';
import { startLog } from '../../../server/queries/log.ts';
import { defaultPrisonSettings } from '../../../server/queries/prison.ts';
import { type KioskKeys, makeKioskKeys } from '../../helpers/test-kiosk.ts';

/** Who is in the prison that is measured. Its ids are made once, so that both engines hold the same. */
export interface Plan {
  readonly prisonId: string;
  readonly wings: readonly string[];
  readonly prisoners: readonly string[];
  readonly kiosks: readonly PlannedKiosk[];
}

export interface PlannedKiosk {
  readonly id: string;
  readonly wingId: string;
  readonly keys: KioskKeys;
}

const wingNames = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
const prisonersInPrison = 1_800;
export const enrolledAt = '2026-01-05T06:00:00.000Z';

const idsOf = (count: number) => Array.from({ length: count }, () => randomUUID());

/** A prison of eight wings and 1,800 people with so many kiosks. */
export async function makePlan(kiosks: number): Promise<Plan> {
  const wings = idsOf(wingNames.length);
  return {
    prisonId: randomUUID(),
    wings,
    prisoners: idsOf(prisonersInPrison),
    kiosks: await Promise.all(
      Array.from({ length: kiosks }, async (_, index) => ({
        id: randomUUID(),
        wingId: wings[index % wings.length] ?? '',
        keys: await makeKioskKeys(),
      })),
    ),
  };
}

/** SQLite and PostgreSQL both have a limit to the values of one statement. */
async function inChunks<T>(rows: readonly T[], insert: (chunk: readonly T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 500) await insert(rows.slice(from, from + 500));
}

/** Writes the prison into an empty, migrated database. */
export async function fillPrison(database: Database, plan: Plan): Promise<void> {
  await database.transaction(async tx => {
    await tx
      .insertInto('prison')
      .values({
        id: plan.prisonId,
        name: 'Measured Prison',
        zone: 'Africa/Nairobi',
        settings: JSON.stringify(defaultPrisonSettings),
        demonstration: 0,
        created_at: enrolledAt,
      })
      .execute();
    await startLog(tx, plan.prisonId);
    await tx
      .insertInto('wing')
      .values(plan.wings.map((id, index) => ({ id, prison_id: plan.prisonId, name: wingNames[index] ?? id })))
      .execute();
    await fillPeople(tx, plan);
    await fillKiosks(tx, plan);
  });
}

async function fillPeople(tx: Transaction<Schema>, plan: Plan): Promise<void> {
  const people = plan.prisoners.map((id, index) => ({ id, index }));
  await inChunks(people, chunk =>
    tx
      .insertInto('prisoner')
      .values(
        chunk.map(({ id, index }) => ({
          id,
          prison_id: plan.prisonId,
          wing_id: plan.wings[index % plan.wings.length] ?? '',
          name: `Prisoner ${index + 1}`,
          class: 'convicted' as const,
          // Nobody signs in with a PIN here: passes are made by the server's own key.
          pin_hash: '',
          pin_set_at: enrolledAt,
          released_at: null,
        })),
      )
      .execute(),
  );
  await inChunks(people, chunk =>
    tx
      .insertInto('prisoner_number')
      .values(
        chunk.map(({ id, index }) => ({
          prison_id: plan.prisonId,
          number: `${index + 1}/26`,
          prisoner_id: id,
          current: 1 as const,
        })),
      )
      .execute(),
  );
}

async function fillKiosks(tx: Transaction<Schema>, plan: Plan): Promise<void> {
  await inChunks(plan.kiosks, chunk =>
    tx
      .insertInto('kiosk')
      .values(
        chunk.map(({ id, wingId, keys }) => ({
          id,
          prison_id: plan.prisonId,
          wing_id: wingId,
          name: `Kiosk ${id.slice(0, 4)}`,
          mode: 'handset' as const,
          public_key: keys.publicKey,
          enrolled_at: enrolledAt,
          revoked_at: null,
          last_seen_at: null,
          status: null,
        })),
      )
      .execute(),
  );
}
