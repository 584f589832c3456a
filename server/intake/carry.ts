import { hash } from 'node:crypto';
import Compile from 'typebox/compile';
import { open } from '../../shared/crypto/seal.ts';
import { carryBytes, carryContext } from '../../shared/kiosk/carry.ts';
import { CarryContent, CarryFile } from '../../shared/kiosk/carry-schema.ts';
import { Problem } from '../../shared/problems.ts';
import { SealedItem } from '../../shared/submission/schema.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { getKiosk } from '../queries/kiosk.ts';
import { type KioskKey, kioskKeyOf } from '../queries/kiosk-key.ts';
import { readChecked } from './checked.ts';
import { isSignedBy } from './signature.ts';

const fileCheck = Compile(CarryFile);
const contentCheck = Compile(CarryContent);
const itemCheck = Compile(SealedItem);

/** One item of a carried queue; null if it is none. */
export function readCarriedItem(text: string): SealedItem | null {
  return readChecked<typeof SealedItem>(itemCheck, text);
}

/**
 * Whether the kiosk itself wrote the file. A revoked one has no key left to sign with: then the file has nobody's
 * word, and the items inside, each under its own signature, speak for themselves.
 */
async function isGenuine(database: Database, kiosk: KioskKey, file: CarryFile): Promise<boolean> {
  if (file.signature !== null) return isSignedBy(kiosk.publicKey, carryBytes(file), file.signature);
  return (await getKiosk(database.read, kiosk.id))?.revoked_at != null;
}

/**
 * Reads a carried file whole, before anything of it is taken. Throws by name: `carry-not-whole` (no such file, or
 * a part of one), `carry-not-ours` (no kiosk of this prison), `carry-changed` (digest or signature does not fit),
 * `carry-does-not-open` (sealed to a key that is not here, or not a queue inside).
 */
export async function readCarryFile(
  { database, keys }: Context,
  prisonId: string | null,
  text: string,
): Promise<{ file: CarryFile; content: CarryContent }> {
  const file = readChecked<typeof CarryFile>(fileCheck, text);
  if (!file) throw new Problem('carry-not-whole');
  const kiosk = await kioskKeyOf(database, file.kiosk);
  if (!kiosk || kiosk.prisonId !== prisonId) throw new Problem('carry-not-ours');
  if (hash('sha256', file.sealed, 'base64url') !== file.digest) throw new Problem('carry-changed');
  if (!(await isGenuine(database, kiosk, file))) throw new Problem('carry-changed');
  const opened = await open(keys.sealing.pairOf, 'carry', carryContext(file.kiosk, file.export), file.sealed);
  const content = opened.ok ? readChecked<typeof CarryContent>(contentCheck, opened.text) : null;
  if (content?.export !== file.export) throw new Problem('carry-does-not-open');
  return { file, content };
}
