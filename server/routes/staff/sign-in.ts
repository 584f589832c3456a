import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { StaffRow } from '../../database/schema.ts';
import { staffCookie } from '../../http/access.ts';
import { handle } from '../../http/operation.ts';
import { findStaffByUsername, findStaffSession, insertStaffSession } from '../../queries/staff.ts';
import { makeToken } from '../../secrets.ts';
import { checkPassword } from './check-password.ts';
import { meOf } from './view.ts';

/** A working day and a little more. */
const sessionHours = 10;

export const signIn = handle('POST /api/staff/sign-in', async ({ context, body, request, reply }) => {
  const username = body.username.trim().toLowerCase();
  const person = await findStaffByUsername(context.database.read, username);
  await checkPassword(context, {
    username,
    address: request.ip,
    password: body.password,
    // Proposed and ended accounts are answered like ones that do not exist, and as slowly.
    hash: person?.state === 'active' ? person.password_hash : null,
  });
  const { token, session } = await startSession(context, person);
  reply.setCookie(staffCookie, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: request.protocol === 'https',
    maxAge: sessionHours * 3600,
  });
  return meOf(context, session);
});

async function startSession(context: Context, person: StaffRow | null) {
  const { database, clock } = context;
  const now = clock.system();
  const token = makeToken();
  if (person)
    await insertStaffSession(database.write, {
      token,
      staffId: person.id,
      at: isoOf(now),
      expiresAt: isoOf(now.add({ hours: sessionHours })),
    });
  const session = await findStaffSession(database.read, token, isoOf(now));
  // Ended between the check of its password and now.
  if (!session) throw new Problem('staff-sign-in-wrong');
  return { token, session };
}
