import { listBackups, newestBackup, onOneDisk, roomOf } from '../../backup/backup-files.ts';
import { handle } from '../../http/operation.ts';

export const backups = handle('GET /api/backups', async ({ context }) => {
  const { dataDir, backupDir } = context.config;
  const newest = await newestBackup(backupDir);
  const data = await roomOf(dataDir);
  if (!data) throw new Error('the folder of the data is gone');
  const room = await roomOf(backupDir);
  return {
    last: newest && {
      at: newest.header.madeAt,
      age: Math.round(
        context.clock.now().since(Temporal.Instant.from(newest.header.madeAt)).total('seconds'),
      ),
      bytes: newest.bytes,
      keys: newest.header.keys,
    },
    kept: (await listBackups(backupDir)).length,
    data,
    backups: room,
    oneDisk: room === null || (await onOneDisk(dataDir, backupDir)),
  };
});
