import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../crypto/bytes.ts';
import type { DevicePin } from './schema.ts';

/** Digits of the PIN that opens a kiosk's own matters on its set-up screen. */
export const devicePinLength = 6;

/** Of every browser that a demonstration enrols; printed at its start, and good nowhere else. */
export const demonstrationDevicePin = '424242';

/** OWASP's password storage sheet for PBKDF2 with HMAC-SHA-256: what browsers have; they have no argon2. */
export const devicePinIterations = 600_000;

/** PBKDF2 (RFC 8018), 32 bytes, base64url. Takes a good part of a second on purpose. */
export async function deriveDevicePin(pin: string, salt: Bytes, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return toBase64Url(new Uint8Array(bits));
}

/** Hashes a PIN with a salt of 16 random bytes. */
export async function hashDevicePin(
  pin: string,
  salt: Bytes,
  iterations = devicePinIterations,
): Promise<DevicePin> {
  return { salt: toBase64Url(salt), iterations, hash: await deriveDevicePin(pin, salt, iterations) };
}

/** Whether this is the PIN. */
export async function isDevicePin(pin: string, { salt, iterations, hash }: DevicePin): Promise<boolean> {
  return (await deriveDevicePin(pin, fromBase64Url(salt), iterations)) === hash;
}
