import type { Database } from '../database/database.ts';
import { getKiosk } from './kiosk.ts';

/** What never changes of a kiosk once it is enrolled. */
export interface KioskKey {
  readonly id: string;
  readonly prisonId: string;
  /** Raw Ed25519, base64url. */
  readonly publicKey: string;
}

/** More kiosks than any prison service has; forgetting them costs one look each. */
const limit = 10_000;
const known = new WeakMap<Database, Map<string, KioskKey>>();

/**
 * The key that a kiosk signs with, or null if there is no such kiosk. Only what cannot change is remembered:
 * rows of kiosks are never deleted, keys never replaced. Whether it is revoked is not among it; intake reads
 * that in the transaction of the item itself.
 */
export async function kioskKeyOf(database: Database, id: string): Promise<KioskKey | null> {
  const keys = known.get(database) ?? new Map<string, KioskKey>();
  known.set(database, keys);
  const remembered = keys.get(id);
  if (remembered) return remembered;
  const row = await getKiosk(database.read, id);
  if (!row) return null;
  const key = { id, prisonId: row.prison_id, publicKey: row.public_key };
  if (keys.size >= limit) keys.clear();
  keys.set(id, key);
  return key;
}
