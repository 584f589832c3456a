import { hash } from 'node:crypto';
import { fromBase64Url } from '../../shared/crypto/bytes.ts';
import { cosignatureLine, cosignedMessage, witnessName } from '../../shared/log/cosignature.ts';
import { makeVerifierKey, parseNote } from '../../shared/log/note.ts';
import type { Hash } from '../../shared/log/tree.ts';
import type { TestKiosk } from './test-kiosk.ts';

export const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

/** The line by which this kiosk cosigns a checkpoint, as at `seconds` since 1970. */
export async function cosignAs(kiosk: TestKiosk, note: string, seconds = 1_772_434_800): Promise<string> {
  const key = makeVerifierKey(sha256, witnessName(kiosk.id), 'cosignature', fromBase64Url(kiosk.publicKey));
  const { text } = parseNote(note);
  const message = new TextDecoder().decode(cosignedMessage(text, seconds));
  return cosignatureLine(key, seconds, fromBase64Url(await kiosk.sign(message)));
}
