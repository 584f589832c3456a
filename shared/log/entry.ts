import { canonicalBytes, type Json } from '../canonical.ts';
import type { Bytes } from '../crypto/bytes.ts';

/**
 * What the log says of anything that happened: a kind and a salted hash. The salt lies with the content, so
 * that what the law lets lapse can be erased and the log still verifies.
 */
export interface LogEntry {
  readonly kind: string;
  /** Base64url SHA-256 over salt ‖ canonical JSON of the content. */
  readonly commitment: string;
  /** Only of received items: which kiosk, and its number. */
  readonly kiosk?: string;
  readonly sequence?: number;
}

/** The bytes that are hashed into the commitment. */
export function commitmentInput(salt: Bytes, content: Json): Bytes {
  const body = canonicalBytes(content);
  const bytes = new Uint8Array(salt.length + body.length);
  bytes.set(salt);
  bytes.set(body, salt.length);
  return bytes;
}

/** The bytes of the leaf. */
export function entryBytes(entry: LogEntry): Bytes {
  return canonicalBytes({ ...entry });
}
