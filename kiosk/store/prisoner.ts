import type { SignedIn } from '../../shared/prisoner/schema.ts';
import type { IdentityContent } from '../../shared/submission/schema.ts';
import { call, promptMs } from '../api/client.ts';
import { dropPrepared } from './prepared.ts';
import { dropRecording } from './recording.ts';
import { liveState } from './state.ts';
import type { OfflinePerson, Person, Result, SignInResult } from './types.ts';

/** While the server is known to be away nobody should have to wait long to be told so. */
const awayMs = 2_500;

interface Secrets {
  /** As he typed it. */
  readonly number: string;
  readonly identity: IdentityContent;
  /** The session at the server; null for somebody whom it has not checked. */
  readonly token: string | null;
}

/** Everything personal that this program holds, and the only place where it does. Emptied at sign-out. */
let signedIn = new Map<Person | OfflinePerson, Secrets>();

function enter<P extends Person | OfflinePerson>(person: P, secrets: Secrets): P {
  signedIn.set(person, secrets);
  return person;
}

function unchecked(number: string, pin: string): OfflinePerson {
  const identity = { version: 1, kind: 'pin', number, pin } as const;
  return enter({ kind: 'offline' }, { number, identity, token: null });
}

function checked(number: string, { pass, token, last, claims, class: of, sex, reset }: SignedIn): Person {
  return enter(
    { kind: 'person', last, claims, class: of, sex: sex ?? null, reset: reset ?? null },
    { number, identity: { version: 1, kind: 'pass', pass }, token },
  );
}

/** Milliseconds to wait for the server while somebody stands at the screen. */
export function patience(): number {
  return liveState().get().online === false ? awayMs : promptMs;
}

/**
 * Signs in with prison number and PIN. With the server gone both stay in memory until they are sealed with a
 * submission. A refusal carries somebody unchecked as well: a wrong PIN or a wait must not keep a complaint back.
 */
export async function signIn(number: string, pin: string): Promise<SignInResult> {
  const answer = await call('POST /api/prisoners/sign-in', { body: { number, pin }, timeout: patience() });
  if (answer.ok && typeof answer.value.token === 'string' && typeof answer.value.pass === 'string')
    return { ok: true, person: checked(number, answer.value) };
  const person = unchecked(number, pin);
  if (answer.ok || answer.problem === 'unreachable') return { ok: 'offline', person };
  return { ...answer, person };
}

/** Puts a PIN of his own in place of the slip's, which was right when he gave it, and signs him in. */
export async function choosePin(newcomer: OfflinePerson, chosen: string): Promise<Result<Person>> {
  const identity = signedIn.get(newcomer)?.identity;
  if (identity?.kind !== 'pin') return { ok: false, problem: 'session-needed', retryAfter: null };
  const { number, pin } = identity;
  const answer = await call('POST /api/prisoners/own-pin', {
    body: { number, pin, chosen },
    timeout: patience(),
  });
  if (!answer.ok) return answer;
  signedIn.delete(newcomer);
  return { ok: true, value: checked(number, answer.value) };
}

/**
 * Drops everything personal from memory, at once; the server is told in the background. Can be called any
 * number of times, signed in or not.
 */
export function signOut(): void {
  const leaving = signedIn;
  signedIn = new Map();
  dropPrepared();
  dropRecording().catch(() => {});
  for (const { token } of leaving.values()) {
    if (token !== null) void call('POST /api/prisoners/sign-out', { prisoner: token });
  }
}

/** What goes into the identity envelope; null for somebody who was signed out meanwhile. */
export function identityOf(who: Person | OfflinePerson | 'nameless'): IdentityContent | null {
  if (who === 'nameless') return { version: 1, kind: 'nameless' };
  return signedIn.get(who)?.identity ?? null;
}

/** The number that somebody typed, and whether the server found it to be his; null for nobody, or once he is gone. */
export function numberOf(
  who: Person | OfflinePerson | 'nameless',
): { number: string; checked: boolean } | null {
  const known = who === 'nameless' ? undefined : signedIn.get(who);
  return known ? { number: known.number, checked: known.token !== null } : null;
}

/** Runs a call in somebody's own session. */
export function withToken<T>(person: Person, run: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
  const token = signedIn.get(person)?.token ?? null;
  if (token === null) return Promise.resolve({ ok: false, problem: 'session-needed', retryAfter: null });
  return run(token);
}

async function done(called: Promise<Result<unknown>>): Promise<Result> {
  const answer = await called;
  return answer.ok ? { ok: true, value: null } : answer;
}

/** *Not me*: the last sign-in with this number was somebody else's. */
export function notMe(person: Person, signInId: string): Promise<Result> {
  return withToken(person, token =>
    done(
      call('POST /api/prisoners/not-me', {
        body: { signIn: signInId },
        prisoner: token,
        timeout: patience(),
      }),
    ),
  );
}

/** Answers "was this you?" for a submission made with a PIN that did not fit; *yes* needs the receipt code. */
export function answerClaim(
  person: Person,
  id: string,
  answer: { readonly mine: true; readonly code: string } | { readonly mine: false },
): Promise<Result> {
  return withToken(person, token =>
    done(
      call('POST /api/claims/:id', {
        params: { id },
        body: answer,
        prisoner: token,
        timeout: patience(),
      }),
    ),
  );
}
