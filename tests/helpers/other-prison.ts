import { randomUUID } from 'node:crypto';
import { isoOf } from '../../server/clock.ts';
import { foundPrison } from '../../server/queries/found-prison.ts';
import { insertStaff } from '../../server/queries/staff.ts';
import type { Role } from '../../shared/staff/roles.ts';
import { password } from './cast.ts';
import { enrolKioskIn } from './enrol-kiosk.ts';
import type { TestServer } from './server.ts';
import type { TestKiosk } from './test-kiosk.ts';

type Asking = TestServer['ask'];

/** A second prison on the same server, with one wing and staff of its own. */
export interface OtherPrison {
  readonly id: string;
  readonly name: string;
  readonly wing: string;
  loginAs(role: Role): Promise<Asking>;
  enrolKiosk(): Promise<TestKiosk>;
}

const name = 'Other Prison';
const usernameOf = (role: Role) => `other-${role}`;

export async function foundOtherPrison(
  prison: TestServer,
  roles: readonly Role[] = [],
): Promise<OtherPrison> {
  const { database } = prison.server;
  const at = isoOf(prison.clock.system());
  const [id, wing] = [randomUUID(), randomUUID()];
  const known = await database.read
    .selectFrom('staff')
    .select('password_hash')
    .where('id', '=', prison.cast.staff.commissioner)
    .executeTakeFirstOrThrow();
  await database.transaction(async tx => {
    const wings = [{ id: wing, name: 'C' }];
    await foundPrison(tx, { id, name, zone: 'Africa/Nairobi', demonstration: false, at, wings });
    for (const role of roles)
      await insertStaff(tx, {
        prisonId: id,
        username: usernameOf(role),
        name: `The other ${role}`,
        role,
        passwordHash: known.password_hash,
        state: 'active',
        mustChange: false,
        at,
      });
  });
  return {
    id,
    name,
    wing,
    async loginAs(role) {
      const body = { username: usernameOf(role), password };
      const { raw } = await prison.ask('POST /api/staff/sign-in', {}, { body });
      const headers = { cookie: `${raw.cookies[0]?.name}=${raw.cookies[0]?.value}`, 'sauti-panel': '1' };
      return (operation, params, ask) => prison.ask(operation, params, { ...ask, headers });
    },
    enrolKiosk: () => enrolKioskIn(prison, { prisonId: id, wingId: wing, kind: 'wall' }),
  };
}
