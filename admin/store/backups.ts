import type { BackupState } from '../../shared/backup/schema.ts';
import { call } from '../api/client.ts';
import { makeValue } from './value.ts';

/** How the back-ups stand; null until the server was asked. */
export const backups = makeValue<BackupState | null>(null);

/** Asks the server how the back-ups stand. Throws what `call` throws. */
export async function readBackups(signal?: AbortSignal): Promise<BackupState> {
  const state = await call('GET /api/backups', signal ? { signal } : {});
  backups.set(state);
  return state;
}

/** The same in the background: a failure leaves what was known. */
export async function refreshBackups(): Promise<void> {
  try {
    await readBackups();
  } catch {
    // Asked again in some minutes.
  }
}
