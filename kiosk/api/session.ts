import type { Static } from 'typebox';
import type { Challenge, KioskSession } from '../../shared/kiosk/schema.ts';
import { sessionMessage, sign } from '../crypto/kiosk.ts';
import type { Answer } from './answer.ts';
import { exchange } from './request.ts';

/** The kiosk that sessions are for. */
export interface Credentials {
  readonly kiosk: string;
  readonly signing: CryptoKey;
}

export type Token =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly answer: Answer };

let credentials: Credentials | null = null;
let token: string | null = null;
let asking: Promise<Token> | null = null;

/** Sets whose session it is; the old token is forgotten. */
export function setCredentials(value: Credentials | null): void {
  credentials = value;
  token = null;
  asking = null;
}

/** The id of this kiosk as far as it is known now; null before it is read and where there is none. */
export function ownKiosk(): string | null {
  return credentials?.kiosk ?? null;
}

/** Forgets a token that the server did not take any more. */
export function forgetToken(stale: string): void {
  if (token === stale) token = null;
}

/** A session token, from memory or by signing the server's nonce. Calls made at the same time share one. */
export async function kioskToken(timeout: number): Promise<Token> {
  if (token !== null) return { ok: true, token };
  if (!credentials)
    return { ok: false, answer: { kind: 'problem', problem: 'kiosk-unknown', retryAfter: null } };
  asking ??= askForToken(credentials, timeout).finally(() => {
    asking = null;
  });
  return asking;
}

async function askForToken(own: Credentials, timeout: number): Promise<Token> {
  const challenge = await exchange({ method: 'POST', path: '/api/kiosks/challenge', timeout });
  if (challenge.kind !== 'reply') return { ok: false, answer: challenge };
  const { nonce } = challenge.value as Partial<Static<typeof Challenge>>;
  if (typeof nonce !== 'string') return { ok: false, answer: { kind: 'foreign' } };
  const signature = await sign(own.signing, sessionMessage(own.kiosk, nonce));
  const body = JSON.stringify({ kiosk: own.kiosk, nonce, signature });
  const session = await exchange({ method: 'POST', path: '/api/kiosks/session', body, timeout });
  if (session.kind !== 'reply') return { ok: false, answer: session };
  const { token: given } = session.value as Partial<Static<typeof KioskSession>>;
  if (typeof given !== 'string') return { ok: false, answer: { kind: 'foreign' } };
  if (credentials === own) token = given;
  return { ok: true, token: given };
}
