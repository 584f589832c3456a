import { Dexie, type Table } from 'dexie';
import type { Bundle } from '../../shared/content/bundle.ts';
import type { DevicePin, KioskSettings } from '../../shared/kiosk/schema.ts';
import type { Law } from '../../shared/law/schema.ts';
import type { LetterDesk } from '../../shared/letter/schema.ts';
import type { Held } from '../../shared/log/witness.ts';
import type { Throttle } from '../../shared/prisoner/throttle.ts';
import type { KeptExport } from './carry.ts';
import type { LettersHere } from './types.ts';

/** What is kept here that anyone may read. */
export interface Kept {
  settings: KioskSettings;
  law: Law;
  /** Which bundles of pages lie here: the one on the screen, and one that waits for the screen to rest. */
  content: { readonly shown: string | null; readonly waiting: string | null };
  contentShown: Bundle;
  contentWaiting: Bundle;
  /** The public part of the enrolment, and whether the server still lets the kiosk in. */
  kiosk: { id: string; name: string; prison: string; revoked: boolean };
  /** Server's time and this kiosk's wall clock at the last contact, epoch milliseconds. */
  contact: { server: number; wall: number };
  /** Since when the server has been away, ISO 8601 UTC; null while it answers. */
  away: { since: string | null };
  /** The highest number given out, kept a second time: a counter that vanished must not start again at one. */
  highest: { kiosk: string; sequence: number };
  /** What this kiosk, as a witness, saw of the log. */
  witness: Witnessed;
  /** What the device PIN is known by. */
  devicePin: DevicePin;
  /** Wrong tries of the device PIN. */
  pinTries: Throttle;
  /** What sealed letters need, and the first justice's key, pinned when it was first seen. */
  letters: { desk: LetterDesk; anchor: string | null; here: LettersHere | null };
  /** Exports to a stick, oldest first. */
  exports: readonly KeptExport[];
}

export interface Witnessed {
  /** The head that it cosigned last. */
  readonly held: Held | null;
  /** What it says on its screens, and since when (ISO 8601 UTC). */
  readonly alarm: { readonly kind: 'rewritten' | 'begun-anew'; readonly since: string } | null;
}

export type PublicDatabase = Dexie & { kept: Table<{ name: string; value: unknown }, string> };

export function makePublicDatabase(): PublicDatabase {
  const database = new Dexie('sauti-public', { cache: 'disabled', autoOpen: false }) as PublicDatabase;
  database.version(1).stores({ kept: 'name' });
  return database;
}

export async function readKept<K extends keyof Kept>(
  database: PublicDatabase,
  name: K,
): Promise<Kept[K] | null> {
  const row = await database.kept.get(name);
  return row ? (row.value as Kept[K]) : null;
}

export async function writeKept<K extends keyof Kept>(
  database: PublicDatabase,
  name: K,
  value: Kept[K],
): Promise<void> {
  await database.kept.put({ name, value });
}
