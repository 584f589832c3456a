import { join, resolve } from 'node:path';
import { listBackups } from '../backup/backup-files.ts';
import { BackupRefused, DamagedBackup } from '../backup/format.ts';
import { type Restored, restoreBackup } from '../backup/restore-backup.ts';
import { type Config, readConfig } from '../config.ts';
import { CommandRefused, runCommand } from './command.ts';

const usage = `Usage: npm run restore -- FILE [--without-keys]

Puts a back-up into an empty DATA_DIR (or the empty database of DATABASE_URL), whichever database it was made
from. The whole file is read and proven first; all of it is put back, or nothing. If the keys are in it,
BACKUP_PASSPHRASE opens them; if not, a copy of them must lie in DATA_DIR/keys. --without-keys goes on although
every copy of the keys is lost. The server must not be running.`;

const root = join(import.meta.dirname, '..', '..');

async function howToGoOn({ backupDir }: Config): Promise<string> {
  const names = await listBackups(backupDir).catch(() => []);
  if (names.length === 0) return 'Nothing was changed. Try another back-up, or another copy of this one.';
  return `Nothing was changed. Try another copy of it, or another back-up: in ${backupDir} lie ${names.slice(0, 3).join(', ')}.`;
}

function tell(config: Config, { header, counts, logEntries, keysPut, submissionsIndexed }: Restored): void {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(
    [
      `Restored what was there at ${header.madeAt}: ${rows} rows; ${logEntries} log entries worked out anew, each comes to its head;`,
      `${submissionsIndexed} submissions can be found by their words again.`,
      keysPut > 0
        ? `${keysPut} keys were put into ${join(config.dataDir, 'keys')}.`
        : 'The keys were there already.',
      '',
      'What was taken in after that time is not here. Kiosks send it again by themselves, up to thirty days back,',
      'once they reach this server. What officers did after that time is lost: the irregularities say so, and the log',
      'says where it was cut. Everyone has to sign in anew; accounts and kiosks that were ended since are open again.',
    ].join('\n'),
  );
}

await runCommand(async () => {
  const args = process.argv.slice(2);
  const [typed, ...more] = args.filter(argument => argument !== '--without-keys');
  if (typed === '--help') return console.log(usage);
  if (typed === undefined || typed.startsWith('-') || more.length > 0) throw new CommandRefused(usage);
  const config = readConfig(process.env, root);
  const target = {
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    passphrase: config.backupPassphrase,
    withoutKeys: args.includes('--without-keys'),
  };
  try {
    const file = resolve(process.env.INIT_CWD ?? '', typed);
    const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
    tell(config, await restoreBackup(file, target, now));
  } catch (error) {
    if (error instanceof DamagedBackup)
      throw new CommandRefused(`${typed} is damaged. ${error.message}. ${await howToGoOn(config)}`);
    if (error instanceof BackupRefused)
      throw new CommandRefused(`${typed} was not restored. ${error.message} Nothing was changed.`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandRefused(`${typed} is not there.`);
    throw error;
  }
});
