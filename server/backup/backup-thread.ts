import { parentPort, workerData } from 'node:worker_threads';
import { backupFailureOf } from './backup-failure.ts';
import { type BackupSource, writeBackup } from './write-backup.ts';

/** What a thread is told to do, and what it answers. */
export interface BackupOrder {
  readonly source: BackupSource;
  readonly file: string;
  readonly made: { readonly program: string; readonly now: string };
}
export type BackupOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly detail: string };

async function obey({ source, file, made }: BackupOrder): Promise<BackupOutcome> {
  try {
    await writeBackup(source, file, made);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: backupFailureOf(error), detail: String(error) };
  }
}

parentPort?.postMessage(await obey(workerData as BackupOrder));
