import { canonicalBytes } from '../canonical.ts';
import { type Bytes, sha256, toBase64Url } from '../crypto/bytes.ts';

/**
 * What a kiosk signs for one item: that the holder of its key took these bytes under this number.
 * The envelopes are covered by their digests, so that the identity envelope can be erased after its check
 * and the statement still verifies.
 */
export interface Statement {
  readonly version: 1;
  /** UUIDv7 made when the form opened. */
  readonly id: string;
  readonly kiosk: string;
  /** Counts up by one per kiosk, from 1. */
  readonly sequence: number;
  /** SHA-256 of the sealed envelope's characters, base64url. */
  readonly sealed: string;
  /** SHA-256 of the identity envelope's characters, base64url. */
  readonly identity: string;
  /** The kiosk's wall clock, ISO 8601 UTC; believed by nobody, kept beside the server's time. */
  readonly wall: string;
  /** Milliseconds since the kiosk's browser started. */
  readonly monotonic: number;
  /** Random per browser start, so that monotonic times can be told apart. */
  readonly boot: string;
}

export function statementBytes(statement: Statement): Bytes {
  return canonicalBytes({ ...statement });
}

/** The item's hash that the receipt names: SHA-256 of the statement, base64url. */
export async function statementHash(statement: Statement): Promise<string> {
  return toBase64Url(await sha256(statementBytes(statement)));
}

/** What the server signs when it has the item on disk. */
export interface ReceiptStatement {
  readonly version: 1;
  readonly id: string;
  readonly hash: string;
  readonly kiosk: string;
  readonly sequence: number;
  /** ISO 8601 UTC, server's time. */
  readonly receivedAt: string;
  readonly prison: string;
}

export function receiptBytes(receipt: ReceiptStatement): Bytes {
  const { version, id, hash, kiosk, sequence, receivedAt, prison } = receipt;
  return canonicalBytes({ version, id, hash, kiosk, sequence, receivedAt, prison });
}
