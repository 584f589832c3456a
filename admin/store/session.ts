import type { ReplyOf } from '../../shared/api.ts';
import { type Role, roles } from '../../shared/staff/roles.ts';
import { call, onProblem } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { chooseNone } from './chosen.ts';
import { dropDrafts } from './draft.ts';
import { makeValue } from './value.ts';

export type Me = ReplyOf<'GET /api/staff/me'>;

export type Session =
  | { readonly phase: 'starting' }
  /** The server cannot say who is signed in. */
  | { readonly phase: 'failed'; readonly failure: Failure }
  /** `before`: whose session ended while he worked; his place and his drafts are kept for him. */
  | { readonly phase: 'signed-out'; readonly before: Me | null }
  | { readonly phase: 'signed-in'; readonly me: Me };

/* Whether somebody signed in here and did not sign out, and as what: only then is the server asked who it is. */
const hint = 'sauti-panel-signed-in';

function keepHint(me: Me): void {
  localStorage.setItem(hint, me.mustChangePassword ? 'yes' : me.role);
}

export const session = makeValue<Session>({ phase: 'starting' });

onProblem(({ problem }) => {
  const now = session.get();
  if (problem === 'staff-session-needed' && now.phase === 'signed-in')
    session.set({ phase: 'signed-out', before: now.me });
});

/** In which zone days and hours are shown; this machine's own until somebody signed in. */
export function zoneOfDuty(): string {
  const now = session.get();
  const me = now.phase === 'signed-in' ? now.me : now.phase === 'signed-out' ? now.before : null;
  return me?.zone ?? Temporal.Now.timeZoneId();
}

/** Whether somebody signed in in this browser and did not sign out. */
export function hasSignedIn(): boolean {
  return localStorage.getItem(hint) !== null;
}

/** What whoever signed in in this browser last is; null if nobody did, or he has to choose a password first. */
export function lastRole(): Role | null {
  const kept = localStorage.getItem(hint);
  return roles.find(role => role === kept) ?? null;
}

/**
 * Asks who is signed in: at the start, and after something changed about him. `before` runs once that is known and
 * before anybody is told.
 */
export async function refreshSession(before?: (me: Me) => Promise<void>): Promise<void> {
  if (session.get().phase === 'starting' && !hasSignedIn()) {
    session.set({ phase: 'signed-out', before: null });
    return;
  }
  try {
    const me = await call('GET /api/staff/me');
    keepHint(me);
    await before?.(me);
    session.set({ phase: 'signed-in', me });
  } catch (error) {
    const failure = failureOf(error);
    if (session.get().phase === 'signed-in') return;
    session.set(
      failure === 'staff-session-needed'
        ? { phase: 'signed-out', before: null }
        : { phase: 'failed', failure },
    );
  }
}

/** Signs in. True if it is the one whose session had ended: then his place and drafts still stand. */
export async function signIn(username: string, password: string): Promise<boolean> {
  const now = session.get();
  const before = now.phase === 'signed-out' ? now.before : null;
  const me = await call('POST /api/staff/sign-in', { body: { username, password } });
  const same = before?.id === me.id;
  if (!same) {
    dropDrafts();
    chooseNone();
  }
  keepHint(me);
  session.set({ phase: 'signed-in', me });
  return same;
}

/**
 * Signs out. The page is then loaded anew by the caller, so that nothing of what was read stays in memory.
 * Throws what `call` throws, but not when the session had ended already.
 */
export async function signOut(): Promise<void> {
  try {
    await call('POST /api/staff/sign-out');
  } catch (error) {
    if (failureOf(error) !== 'staff-session-needed') throw error;
  }
  localStorage.removeItem(hint);
}
