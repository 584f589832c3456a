import { isoOf } from '../../../server/clock.ts';
import { staffCookie } from '../../../server/http/access.ts';
import { insertStaffSession } from '../../../server/queries/staff.ts';
import { makeToken } from '../../../server/secrets.ts';
import type { Reach } from '../../../shared/api/operation.ts';
import { type OperationName, operations } from '../../../shared/api.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { type Role, roles } from '../../../shared/staff/roles.ts';
import { numbers, pins } from '../../helpers/cast.ts';
import type { TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

/** Everyone who can ask anything of the server. */
export const callerNames = ['nobody', 'kiosk', 'prisoner', ...roles] as const;
export type CallerName = (typeof callerNames)[number];
export type Headers = Record<string, string>;

export interface Callers {
  readonly kiosk: TestKiosk;
  /** The headers with which each of them asks; made once. */
  readonly headers: Readonly<Record<CallerName, Headers>>;
  /** A session of its own, for what ends the session. */
  fresh(name: CallerName): Promise<Headers>;
}

/** All of them say that they are the panel, so that what is tested is the session and not that header. */
const panel = { 'sauti-panel': '1' };

/** A session as signing in leaves it; signing in itself, slow on purpose, is tried in a row of its own. */
async function signInStaff(prison: TestServer, role: Role): Promise<Headers> {
  const token = makeToken();
  const now = prison.clock.system();
  await insertStaffSession(prison.server.database.write, {
    token,
    staffId: prison.cast.staff[role],
    at: isoOf(now),
    expiresAt: isoOf(now.add({ hours: 10 })),
  });
  return { ...panel, cookie: `${staffCookie}=${token}` };
}

async function signInKiosk(prison: TestServer, kiosk: TestKiosk): Promise<Headers> {
  const { body: challenge } = await prison.ask('POST /api/kiosks/challenge');
  const signature = await kiosk.sign(`sauti/kiosk-session/v1/${kiosk.id}/${challenge.nonce}`);
  const body = { kiosk: kiosk.id, nonce: challenge.nonce, signature };
  const { body: session } = await prison.ask('POST /api/kiosks/session', {}, { body });
  return { ...panel, authorization: `Bearer ${session.token}` };
}

async function signInPrisoner(prison: TestServer, kiosk: Headers): Promise<Headers> {
  const body = { number: numbers.otieno, pin: pins.otieno };
  const signedIn = await prison.ask('POST /api/prisoners/sign-in', {}, { body, headers: kiosk });
  return { ...kiosk, 'sauti-prisoner': signedIn.body.token };
}

export async function makeCallers(prison: TestServer): Promise<Callers> {
  const kiosk = await prison.enrolKiosk();
  const fresh = async (name: CallerName): Promise<Headers> => {
    if (name === 'nobody') return panel;
    if (name === 'kiosk') return signInKiosk(prison, kiosk);
    if (name === 'prisoner') return signInPrisoner(prison, await signInKiosk(prison, kiosk));
    return signInStaff(prison, name);
  };
  const headers: Partial<Record<CallerName, Headers>> = {};
  for (const name of callerNames) headers[name] = await fresh(name);
  return { kiosk, headers: headers as Record<CallerName, Headers>, fresh };
}

/** What the contract says of a caller at the door; null: he comes in. */
export function refusedAtTheDoor(name: OperationName, caller: CallerName): ProblemName | null {
  const reach: Reach = operations[name].reach;
  const atKiosk = caller === 'kiosk' || caller === 'prisoner';
  switch (reach.who) {
    case 'public':
    case 'kiosk-signature':
      return null;
    case 'kiosk':
      return atKiosk ? null : 'kiosk-session-needed';
    case 'prisoner':
      if (!atKiosk) return 'kiosk-session-needed';
      return caller === 'prisoner' ? null : 'session-needed';
    case 'staff':
      if (caller === 'nobody' || atKiosk) return 'staff-session-needed';
      return reach.roles.includes(caller) ? null : 'not-your-role';
  }
}
