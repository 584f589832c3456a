import type { FastifyRequest } from 'fastify';
import type { Reach } from '../../shared/api/operation.ts';
import type { OperationName } from '../../shared/api.ts';
import { contractHeader, oldestContract } from '../../shared/kiosk/contract.ts';
import { Problem } from '../../shared/problems.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { KioskRow } from '../database/schema.ts';
import { getKiosk } from '../queries/kiosk.ts';
import { findPrisonerSession, type PrisonerSession } from '../queries/prisoner.ts';
import { findStaffSession, type StaffSession } from '../queries/staff.ts';
import { readKioskToken } from '../tokens.ts';

/** Who is asking, established before any handler runs. */
export interface Caller {
  readonly kiosk: KioskRow | null;
  readonly prisoner: PrisonerSession | null;
  readonly staff: (StaffSession & Reader) | null;
}

export const nobody: Caller = { kiosk: null, prisoner: null, staff: null };
export const staffCookie = 'sauti_staff';

/** All that an account may do before its first password, which somebody else has seen, is changed. */
const beforeOwnPassword: ReadonlySet<string> = new Set([
  'GET /api/staff/me',
  'POST /api/staff/password',
  'POST /api/staff/sign-out',
] satisfies OperationName[]);

/** Whether nobody has to be established: anyone may ask, or what is asked is signed itself. */
export function isForAnyone({ who }: Reach): boolean {
  return who === 'public' || who === 'kiosk-signature';
}

/**
 * Establishes the caller that a route asks for, or throws the named refusal. A kiosk's revocation is looked up
 * at every request, so that it takes effect at once.
 */
export async function establishCaller(
  context: Context,
  reach: Reach,
  request: FastifyRequest,
): Promise<Caller> {
  switch (reach.who) {
    case 'public':
    case 'kiosk-signature':
      return nobody;
    case 'kiosk':
      return { ...nobody, kiosk: await kioskOf(context, request) };
    case 'prisoner': {
      const kiosk = await kioskOf(context, request);
      return { ...nobody, kiosk, prisoner: await prisonerOf(context, request, kiosk) };
    }
    case 'staff': {
      if (request.method !== 'GET' && request.headers['sauti-panel'] !== '1')
        throw new Problem('wrong-origin');
      const staff = await staffOf(context, request);
      if (!reach.roles.includes(staff.role)) throw new Problem('not-your-role');
      return { ...nobody, staff };
    }
  }
}

/** A build that says nothing of its contract is older than the saying of it, and as good as the first. */
function assertServed(request: FastifyRequest): void {
  const said = request.headers[contractHeader];
  if (typeof said === 'string' && Number(said) < oldestContract) throw new Problem('kiosk-too-old');
}

async function kioskOf(context: Context, request: FastifyRequest): Promise<KioskRow> {
  assertServed(request);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const id = token ? readKioskToken(context.keys, token, context.clock.system()) : null;
  if (id === null) throw new Problem('kiosk-session-needed');
  const kiosk = await getKiosk(context.database.read, id);
  if (!kiosk) throw new Problem('kiosk-unknown');
  if (kiosk.revoked_at !== null) throw new Problem('kiosk-revoked');
  return kiosk;
}

async function prisonerOf(
  context: Context,
  request: FastifyRequest,
  kiosk: KioskRow,
): Promise<PrisonerSession> {
  const token = request.headers['sauti-prisoner'];
  const session =
    typeof token === 'string'
      ? await findPrisonerSession(context.database.read, token, kiosk.id, isoOf(context.clock.system()))
      : null;
  if (!session) throw new Problem('session-needed');
  return session;
}

async function staffOf(context: Context, request: FastifyRequest): Promise<StaffSession & Reader> {
  const token = request.cookies[staffCookie];
  const session = token ? await findStaffSession(context.database.read, token, context.clock) : null;
  if (!session) throw new Problem('staff-session-needed');
  if (session.mustChange && !beforeOwnPassword.has(`${request.method} ${request.routeOptions.url}`))
    throw new Problem('password-change-needed');
  return session;
}
