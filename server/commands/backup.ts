import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { backupName } from '../backup/backup-files.ts';
import { DamagedBackup } from '../backup/format.ts';
import { type WrittenBackup, writeBackup } from '../backup/write-backup.ts';
import { readConfig } from '../config.ts';
import { programVersion } from '../program-version.ts';
import { CommandRefused, runCommand } from './command.ts';

const usage = `Usage: npm run backup [-- FILE]

Writes everything that the server holds into one file while the server goes on, opens the file again and proves
that it is whole. Without FILE it gets a name with the time in BACKUP_DIR (DATA_DIR/backups if that is not set).
The keys are in it, sealed, only if BACKUP_PASSPHRASE is set.`;

const root = join(import.meta.dirname, '..', '..');

/** Where to, as it was typed: npm runs scripts in the project's folder. */
async function targetOf(typed: string | undefined, backupDir: string): Promise<string> {
  const name = backupName(Temporal.Now.instant());
  if (typed === undefined) return join(backupDir, name);
  const path = resolve(process.env.INIT_CWD ?? '', typed);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return join(path, name);
  if (found) throw new CommandRefused(`${typed} is there already; a back-up never replaces a file.`);
  return path;
}

function tell({ file, bytes, counts, logEntries, header }: WrittenBackup): void {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const size = (bytes / 2 ** 20).toFixed(1);
  console.log(`${file}\n${rows} rows, ${logEntries} log entries worked out anew, ${size} MB: whole.`);
  if (header.keys) console.log('The keys are in it, sealed under BACKUP_PASSPHRASE.');
  else
    console.log(
      'The keys are NOT in it (BACKUP_PASSPHRASE is not set): keep a copy of DATA_DIR/keys elsewhere.',
    );
}

const disk: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left',
  EROFS: 'the disk is read-only',
  EACCES: 'it may not be written',
  EIO: 'the disk failed',
};

await runCommand(async () => {
  const [typed, ...more] = process.argv.slice(2);
  if (typed === '--help') return console.log(usage);
  if (typed?.startsWith('-') || more.length > 0) throw new CommandRefused(usage);
  const config = readConfig(process.env, root);
  const { dataDir, databaseUrl, backupDir, backupPassphrase: passphrase } = config;
  const file = await targetOf(typed, backupDir);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const made = {
      program: programVersion,
      now: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
    };
    tell(await writeBackup({ dataDir, databaseUrl, passphrase }, file, made));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (error instanceof DamagedBackup)
      throw new CommandRefused(
        `No back-up was made: what was written does not read back whole. ${error.message}.`,
      );
    if (disk[code]) throw new CommandRefused(`No back-up was made: ${file}: ${disk[code]}.`);
    throw error;
  }
});
