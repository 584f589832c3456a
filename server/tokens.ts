import { timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.ts';

/** Small signed tokens that need no row of their own: `<purpose>.<fields>….<mac>`. */
function make(keys: Keys, purpose: string, ...fields: readonly string[]): string {
  const body = [purpose, ...fields].join('.');
  return `${body}.${keys.mac(body)}`;
}

/** The fields of a genuine token of this purpose, or null. */
function read(keys: Keys, purpose: string, token: string): string[] | null {
  const cut = token.lastIndexOf('.');
  const body = token.slice(0, cut);
  const given = Buffer.from(token.slice(cut + 1));
  const right = Buffer.from(keys.mac(body));
  if (cut < 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [found, ...fields] = body.split('.');
  return found === purpose ? fields : null;
}

const minute = 60_000;

/** A nonce to sign, good for two minutes. */
export function makeNonce(keys: Keys, now: Temporal.Instant): string {
  return make(keys, 'nonce', String(now.epochMilliseconds), crypto.randomUUID());
}

export function isFreshNonce(keys: Keys, nonce: string, now: Temporal.Instant): boolean {
  const made = Number(read(keys, 'nonce', nonce)?.[0] ?? Number.NaN);
  return Math.abs(now.epochMilliseconds - made) <= 2 * minute;
}

/** A kiosk's session, fifteen minutes. */
export function makeKioskToken(
  keys: Keys,
  kioskId: string,
  now: Temporal.Instant,
): { token: string; expiresAt: Temporal.Instant } {
  const expiresAt = now.add({ minutes: 15 });
  return { token: make(keys, 'kiosk', kioskId, String(expiresAt.epochMilliseconds)), expiresAt };
}

/** The kiosk's id, or null if the token is false or over. */
export function readKioskToken(keys: Keys, token: string, now: Temporal.Instant): string | null {
  const [kioskId, expires] = read(keys, 'kiosk', token) ?? [];
  return kioskId && Number(expires) > now.epochMilliseconds ? kioskId : null;
}

/**
 * A pass: given at sign-in, put into identity envelopes in place of number and PIN, so that the PIN is
 * forgotten at once. It serves for two months, because a kiosk may be cut off for weeks.
 */
export function makePass(keys: Keys, prisonerId: string, kioskId: string, now: Temporal.Instant): string {
  return make(keys, 'pass', prisonerId, kioskId, String(now.epochMilliseconds));
}

/** The prisoner's id if the pass is genuine, of this kiosk and not older than two months. */
export function readPass(keys: Keys, pass: string, kioskId: string, now: Temporal.Instant): string | null {
  const [prisonerId, kiosk, issued] = read(keys, 'pass', pass) ?? [];
  const age = now.epochMilliseconds - Number(issued);
  return prisonerId && kiosk === kioskId && age <= 61 * 24 * 60 * minute ? prisonerId : null;
}

/** Marks a browser in which this member of staff has signed in: a name for its count of wrong tries, no way in. */
export function makeKnownBrowser(keys: Keys, staffId: string): string {
  return make(keys, 'browser', staffId, crypto.randomUUID());
}

/** The browser's name if the mark is genuine and this person's; null otherwise. */
export function readKnownBrowser(keys: Keys, mark: string, staffId: string): string | null {
  const [id, browser] = read(keys, 'browser', mark) ?? [];
  return id === staffId && browser ? browser : null;
}
