import type { BackupState, Room } from './schema.ts';

/** What somebody must do something about. */
export type BackupTrouble = 'none' | 'old' | 'data-low' | 'backups-low';

/** One is made every night: after a night and a half without, something is wrong. */
const oldAfterSeconds = 36 * 3600;
const gigabyte = 1e9;

/** Whether a disk will soon be full: a tenth of it left, but never more than 5 GB nor less than 1 GB. */
export function isLow({ freeBytes, totalBytes }: Room): boolean {
  return freeBytes < Math.max(gigabyte, Math.min(5 * gigabyte, totalBytes / 10));
}

/** What is wrong with the back-ups and the room for them, the worst first; nothing if all is well. */
export function backupTroubles(state: BackupState): BackupTrouble[] {
  const troubles: BackupTrouble[] = [];
  if (state.unprotected > oldAfterSeconds) troubles.push(state.last ? 'old' : 'none');
  if (isLow(state.data)) troubles.push('data-low');
  // On one disk it is one trouble.
  if (state.backups && !state.oneDisk && isLow(state.backups)) troubles.push('backups-low');
  return troubles;
}
