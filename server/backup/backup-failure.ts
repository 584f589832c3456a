import { isDatabaseProblem } from '../database/database-problem.ts';
import { DamagedBackup } from './format.ts';

const byErrno: Readonly<Record<string, string>> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'disk-failed',
};

/** Why no back-up was made, in one word: the disk's reason, the store's, or what did not read back whole. */
export function backupFailureOf(error: unknown): string {
  if (error instanceof DamagedBackup) return 'damaged';
  if (isDatabaseProblem(error)) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return byErrno[code] ?? 'unexpected';
}
