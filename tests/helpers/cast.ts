import { randomUUID } from 'node:crypto';
import type { Context } from '../../server/context.ts';
import { startLog } from '../../server/queries/log.ts';
import { defaultPrisonSettings } from '../../server/queries/prison.ts';
import { insertStaff } from '../../server/queries/staff.ts';
import { hashSecret } from '../../server/secrets.ts';
import type { Role } from '../../shared/staff/roles.ts';
import { roles } from '../../shared/staff/roles.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';

/**
 * The fixed cast of the server's tests: one prison, wings A and B, three prisoners, staff of every role.
 * Everyone's password is the same; every prisoner's PIN is his own.
 */
export const password = 'a-long-enough-password';
export const pins = { otieno: '482915', wanjiru: '730264', barasa: '591837' } as const;
export const numbers = { otieno: '101/26', wanjiru: '102/26', barasa: '103/26' } as const;
export type PrisonerName = keyof typeof pins;
/** One account of each role, and beside them a second first reader and a second unit. */
export type StaffName = Role | 'first-reader-of-wing-a' | 'stores-officer' | 'warder';

export interface Cast {
  readonly prisonId: string;
  readonly wings: { readonly a: string; readonly b: string };
  readonly prisoners: Readonly<Record<PrisonerName, string>>;
  readonly staff: Readonly<Record<StaffName, string>>;
}

/** Hashing is slow on purpose; the cast's secrets are hashed once per worker. */
const hashes = new Map<string, Promise<string>>();
function hashOnce(secret: string, pepper: Buffer): Promise<string> {
  const key = `${pepper.toString('hex')}/${secret}`;
  const known = hashes.get(key);
  if (known) return known;
  const made = hashSecret(secret, pepper);
  hashes.set(key, made);
  return made;
}

/** Puts the cast into an empty, migrated database. */
export async function fillCast({ database, keys, clock }: Context): Promise<Cast> {
  const at = clock.system().toString({ smallestUnit: 'millisecond' });
  const prisonId = randomUUID();
  const wings = { a: randomUUID(), b: randomUUID() };
  const passwordHash = await hashOnce(password, keys.pepper);
  return database.transaction(async tx => {
    await tx
      .insertInto('prison')
      .values({
        id: prisonId,
        name: 'Test Prison',
        zone: 'Africa/Nairobi',
        settings: JSON.stringify(defaultPrisonSettings),
        demonstration: 0,
        created_at: at,
      })
      .execute();
    await startLog(tx, prisonId);
    await tx
      .insertInto('wing')
      .values([
        { id: wings.a, prison_id: prisonId, name: 'A' },
        { id: wings.b, prison_id: prisonId, name: 'B' },
      ])
      .execute();
    const prisoners: Record<string, string> = {};
    for (const name of Object.keys(pins) as PrisonerName[]) {
      const id = randomUUID();
      prisoners[name] = id;
      await tx
        .insertInto('prisoner')
        .values({
          id,
          prison_id: prisonId,
          wing_id: wings.a,
          name,
          class: 'convicted',
          pin_hash: await hashOnce(pins[name], keys.pepper),
          pin_set_at: at,
          released_at: null,
        })
        .execute();
      await tx
        .insertInto('prisoner_number')
        .values({ prison_id: prisonId, number: numbers[name], prisoner_id: id, current: 1 })
        .execute();
      await tx
        .insertInto('prisoner_pin')
        .values({ prisoner_id: id, must_change: 0, reset_at: null })
        .execute();
    }
    const staff: Record<string, string> = {};
    const add = async (
      name: StaffName,
      role: Role,
      more: { superior?: StaffName; unit?: UnitKey; wingId?: string } = {},
    ) => {
      const id = await insertStaff(tx, {
        prisonId: role === 'commissioner' ? null : prisonId,
        wingId: more.wingId ?? null,
        username: name,
        name: `The ${name}`,
        role,
        unit: more.unit ?? null,
        superiorId: more.superior ? (staff[more.superior] ?? null) : null,
        passwordHash,
        state: 'active',
        mustChange: false,
        at,
      });
      if (id === null) throw new Error(`two staff called ${name}`);
      staff[name] = id;
    };
    await add('commissioner', 'commissioner');
    await add('officer-in-charge', 'officer-in-charge', { superior: 'commissioner' });
    await add('deputy', 'deputy', { superior: 'officer-in-charge' });
    await add('unit-officer', 'unit-officer', { superior: 'deputy', unit: 'kitchen' });
    await add('stores-officer', 'unit-officer', { superior: 'deputy', unit: 'stores' });
    await add('warder', 'unit-officer', { superior: 'unit-officer', unit: 'security', wingId: wings.a });
    await add('first-reader-of-wing-a', 'first-reader', { superior: 'officer-in-charge', wingId: wings.a });
    for (const role of roles) {
      if (staff[role]) continue;
      const inPrison =
        role === 'first-reader' || role === 'medical-officer' || role === 'documentation-office';
      await add(role, role, inPrison ? { superior: 'officer-in-charge' } : {});
    }
    return {
      prisonId,
      wings,
      prisoners: prisoners as Record<PrisonerName, string>,
      staff: staff as Record<StaffName, string>,
    };
  });
}
