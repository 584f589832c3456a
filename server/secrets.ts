import { argon2, createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { pinLengths, weaknessOf } from '../shared/prisoner/pin.ts';
import { type PinKind, pictureKeys } from '../shared/prisoner/pin-pictures.ts';

const derive = promisify(argon2);

/** Argon2id, second recommendation of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2 } as const;
const shape = { parallelism: 1, tagLength: 32 } as const;

/** Hashes a PIN or password under the pepper; the result carries its cost (KiB, passes) and salt. */
export async function hashSecret(
  secret: string,
  pepper: Buffer,
  { memory, passes } = cost as { readonly memory: number; readonly passes: number },
): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', {
    message: secret,
    nonce: salt,
    secret: pepper,
    memory,
    passes,
    ...shape,
  });
  return `argon2id.${memory}.${passes}.${salt.toString('base64url')}.${tag.toString('base64url')}`;
}

/** Compares in constant time. With no hash it works as long as with one, so that nobody learns who exists. */
export async function checkSecret(secret: string, hash: string | null, pepper: Buffer): Promise<boolean> {
  const [, memory, passes, salt, tag] = (hash ?? missingHash).split('.');
  const expected = Buffer.from(tag ?? '', 'base64url');
  const found = await derive('argon2id', {
    message: secret,
    nonce: Buffer.from(salt ?? '', 'base64url'),
    secret: pepper,
    memory: Number(memory),
    passes: Number(passes),
    ...shape,
  });
  return hash !== null && expected.length === found.length && timingSafeEqual(expected, found);
}

const missingHash = `argon2id.${cost.memory}.${cost.passes}.${'A'.repeat(22)}.${'A'.repeat(43)}`;

/** 256 random bits for a session; only its digest is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Letters and digits that a person can copy from paper: no 0 O 1 I L. */
const readable = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `length` random readable characters (under five bits each). */
export function makeReadable(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}

const pinKeys: Readonly<Record<PinKind, readonly string[]>> = {
  digits: [...'0123456789'],
  pictures: pictureKeys,
};

/** A random PIN that is not easy to guess beside this prison number. */
export function makePin(number: string, kind: PinKind): string {
  const keys = pinKeys[kind];
  for (;;) {
    const pin = Array.from({ length: pinLengths[kind] }, () => keys[randomInt(keys.length)]).join('');
    if (weaknessOf(pin, number) === null) return pin;
  }
}
