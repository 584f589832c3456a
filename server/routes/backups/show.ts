import { listBackups, newestBackup, onOneDisk, roomOf } from '../../backup/backup-files.ts';
import type { Context } from '../../context.ts';
import { handle } from '../../http/operation.ts';
import { firstFounding } from '../../queries/prison.ts';

const secondsSince = ({ clock }: Context, at: string) =>
  Math.round(clock.now().since(Temporal.Instant.from(at)).total('seconds'));

export const backups = handle('GET /api/backups', async ({ context }) => {
  const { dataDir, backupDir } = context.config;
  const newest = await newestBackup(backupDir);
  const data = await roomOf(dataDir);
  if (!data) throw new Error('the folder of the data is gone');
  const room = await roomOf(backupDir);
  return {
    last: newest && {
      at: newest.header.madeAt,
      age: secondsSince(context, newest.header.madeAt),
      bytes: newest.bytes,
      keys: newest.header.keys,
    },
    unprotected: secondsSince(
      context,
      newest?.header.madeAt ?? (await firstFounding(context.database.read)) ?? String(context.clock.now()),
    ),
    kept: (await listBackups(backupDir)).length,
    data,
    backups: room,
    oneDisk: room === null || (await onOneDisk(dataDir, backupDir)),
  };
});
