import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { backupName, keepNewest, newestBackup } from '../backup/backup-files.ts';
import type { BackupOrder, BackupOutcome } from '../backup/backup-thread.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { programVersion } from '../program-version.ts';
import { recordIrregularities } from '../queries/irregularity.ts';
import { listPrisonIds } from '../queries/prison.ts';

const hour = 2;
const kept = 14;
const lookEveryMs = 60_000;
/** After one that failed: the disk may have been made free meanwhile. */
const tryAgain = { hours: 1 } as const;

/**
 * Whether a back-up is due: two in the morning at the prison has come since the last one. A night that the
 * server slept through is made up for; a new server waits for its first night (`since`: when it started).
 */
export function isBackupDue(
  now: Temporal.Instant,
  zone: string,
  last: Temporal.Instant | null,
  since: Temporal.Instant,
): boolean {
  const here = now.toZonedDateTimeISO(zone);
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  const night = Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : today.subtract({ days: 1 });
  return Temporal.Instant.compare(night.toInstant(), last ?? since) > 0;
}

/** In a thread of its own: reading, packing and proving a year's rows would hold up whoever sends meanwhile. */
function inThread(order: BackupOrder): Promise<BackupOutcome> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('../backup/backup-thread.ts', import.meta.url), {
      workerData: order,
      execArgv: [],
    });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread of the back-up ended')));
  });
}

/** Makes one back-up in the folder of back-ups and removes those that are too old. */
export async function backUpNow({ config, clock }: Context): Promise<BackupOutcome> {
  const { dataDir, databaseUrl, backupDir, backupPassphrase: passphrase } = config;
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
  const now = clock.now();
  const outcome = await inThread({
    source: { dataDir, databaseUrl, passphrase },
    file: join(backupDir, backupName(now)),
    made: { program: programVersion, now: now.toString({ smallestUnit: 'second' }) },
  });
  if (outcome.ok) await keepNewest(backupDir, kept);
  return outcome;
}

/** A night without a back-up is something that somebody must look at. */
export async function tellOfFailure({ database, config, clock }: Context, reason: string): Promise<void> {
  const now = clock.now();
  const day = now.toZonedDateTimeISO(config.zone).toPlainDate();
  for (const prisonId of await listPrisonIds(database.read))
    await recordIrregularities(database.write, prisonId, isoOf(now), [
      { kind: 'back-up-failed', kioskId: null, once: `back-up:${prisonId}:${day}`, detail: { reason } },
    ]);
}

/** Makes a back-up every night. What fails is told of, stands among the irregularities, and is tried again. */
export function startNightlyBackUps(context: Context, onTrouble: (error: unknown) => void): { stop(): void } {
  const { clock, config } = context;
  const since = clock.now();
  let notBefore = since;
  let running = false;

  async function look(): Promise<void> {
    const now = clock.now();
    if (Temporal.Instant.compare(now, notBefore) < 0) return;
    const newest = await newestBackup(config.backupDir);
    const last = newest && Temporal.Instant.from(newest.header.madeAt);
    if (!isBackupDue(now, config.zone, last, since)) return;
    notBefore = now.add(tryAgain);
    const outcome = await backUpNow(context).catch(error => ({
      ok: false as const,
      reason: 'unexpected',
      detail: String(error),
    }));
    if (outcome.ok) return;
    onTrouble(new Error(`no back-up was made (${outcome.reason}): ${outcome.detail}`));
    await tellOfFailure(context, outcome.reason);
  }

  const timer = setInterval(() => {
    if (running) return;
    running = true;
    look()
      .catch(onTrouble)
      .finally(() => {
        running = false;
      });
  }, lookEveryMs);
  return { stop: () => clearInterval(timer) };
}
