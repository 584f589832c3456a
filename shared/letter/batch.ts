import { canonicalBytes } from '../canonical.ts';
import { type Bytes, sha256, toBase64Url, utf8 } from '../crypto/bytes.ts';
import type { LetterBatchStatement } from './schema.ts';

/** What a kiosk signs for a night's tray: that the holder of its key made these letters, in this order. */
export function batchBytes(statement: LetterBatchStatement): Bytes {
  const { version, id, kiosk, night, letters } = statement;
  return canonicalBytes({ purpose: 'sauti/letter-batch/v1', version, id, kiosk, night, letters });
}

/** The digest of a tray's letters that its statement names. */
export async function lettersDigest(letters: readonly string[]): Promise<string> {
  return toBase64Url(await sha256(utf8(letters.join('.'))));
}

/** The hash that the receipt of a tray names. */
export async function batchHash(statement: LetterBatchStatement): Promise<string> {
  return toBase64Url(await sha256(batchBytes(statement)));
}
