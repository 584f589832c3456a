import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { StaffRow } from '../../database/schema.ts';
import { staffCookie } from '../../http/access.ts';
import { handle } from '../../http/operation.ts';
import { findStaffByUsername, findStaffSession, insertStaffSession } from '../../queries/staff.ts';
import { makeToken } from '../../secrets.ts';
import { makeKnownBrowser, readKnownBrowser } from '../../tokens.ts';
import { checkPassword, signInCounts } from './check-password.ts';
import { meOf } from './view.ts';

/** A working day and a little more. */
const sessionHours = 10;
/** Tells whose tries to sign in are counted for themselves; it lets nobody in. */
const browserCookie = 'sauti_browser';
const browserDays = 400;

export const signIn = handle('POST /api/staff/sign-in', async ({ context, body, request, reply }) => {
  const username = body.username.trim().toLowerCase();
  const person = await findStaffByUsername(context.database.read, username);
  const known = person && readKnownBrowser(context.keys, request.cookies[browserCookie] ?? '', person.id);
  await checkPassword(context, {
    counts: signInCounts(username, request.ip, known),
    password: body.password,
    // Proposed and ended accounts are answered like ones that do not exist, and as slowly.
    hash: person?.state === 'active' ? person.password_hash : null,
  });
  const { token, session } = await startSession(context, person);
  const kept = { httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
  reply.setCookie(staffCookie, token, { ...kept, path: '/', maxAge: sessionHours * 3600 });
  reply.setCookie(browserCookie, makeKnownBrowser(context.keys, session.id), {
    ...kept,
    path: '/api/staff',
    maxAge: browserDays * 24 * 3600,
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
  const session = await findStaffSession(database.read, token, clock);
  // Ended between the check of its password and now.
  if (!session) throw new Problem('staff-sign-in-wrong');
  return { token, session };
}
