import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupName, keepNewest, listBackups, newestBackup } from '../../../server/backup/backup-files.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { backUpNow, isBackupDue, tellOfFailure } from '../../../server/work/nightly-back-up.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { scratch } from '../../helpers/scratch.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { emptyPlace } from './places.ts';

const zone = 'Africa/Nairobi';
const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

describe('a back-up is due', () => {
  // Two in the morning at Nairobi is 23:00 UTC the day before.
  test.each([
    [
      'at two, the last was the night before',
      '2026-03-02T23:00:30Z',
      '2026-03-01T23:00:10Z',
      '2026-02-01T00:00:00Z',
      true,
    ],
    [
      'not a minute before two',
      '2026-03-02T22:59:59Z',
      '2026-03-01T23:00:10Z',
      '2026-02-01T00:00:00Z',
      false,
    ],
    ['not twice in a night', '2026-03-02T23:05:00Z', '2026-03-02T23:00:10Z', '2026-02-01T00:00:00Z', false],
    [
      'in the morning, if the night was slept through',
      '2026-03-02T06:00:00Z',
      '2026-02-27T23:00:10Z',
      '2026-03-02T05:59:00Z',
      true,
    ],
    ['not at once on a new server', '2026-03-02T06:00:00Z', null, '2026-03-02T05:59:00Z', false],
    ['in the first night of a new server', '2026-03-02T23:00:01Z', null, '2026-03-02T05:59:00Z', true],
  ])('%s', (_, now, last, since, expected) => {
    const due = isBackupDue(Temporal.Instant.from(now), zone, instant(last), Temporal.Instant.from(since));
    expect(due).toBe(expected);
  });
});

describe('of the back-ups in a folder', () => {
  test('the newest fourteen stay, and nobody else’s files are touched', async () => {
    const { dataDir: folder } = await emptyPlace('sqlite');
    const start = Temporal.Instant.from('2026-03-01T23:00:00Z');
    const names = Array.from({ length: 17 }, (_, day) => backupName(start.add({ hours: 24 * day })));
    for (const name of [...names, 'notes.txt', '.sauti-other.part']) await writeFile(join(folder, name), '');
    await keepNewest(folder, 14);
    expect(await listBackups(folder)).toEqual(names.slice(3).reverse());
    // The unfinished one is from just now: it may be another server's.
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['notes.txt', '.sauti-other.part']));
  });

  test('the last good one is the newest that can be read; none where there is no folder', async () => {
    const { dataDir: folder } = await emptyPlace('sqlite');
    await writeFile(join(folder, 'sauti-2026-03-01T23-00-00Z.backup'), 'damaged since');
    expect(await newestBackup(folder)).toBeNull();
    expect(await newestBackup(join(folder, 'missing'))).toBeNull();
  });
});

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open, {
      backupDir: join(await mkdtemp(join(scratch, 'sauti-test-')), 'backups'),
    });
  });
  afterAll(async () => {
    await prison.close();
    await rm(join(prison.server.context.config.backupDir, '..'), { recursive: true, force: true });
  });

  test('the panel tells that there is none, and then of the one that was made', async () => {
    const ask = await prison.loginAs('administrator');
    const before = await ask('GET /api/backups');
    expect(before.body).toMatchObject({ last: null, kept: 0, backups: null, oneDisk: true });
    expect(before.body.data.freeBytes).toBeGreaterThan(0);
    prison.clock.pass({ hours: 37 });
    // Without any, the days count from the founding.
    const askAgain = await prison.loginAs('administrator');
    const later = await askAgain('GET /api/backups');
    expect(later.body.unprotected).toBeGreaterThanOrEqual(37 * 3600);

    const kiosk = await prison.enrolKiosk();
    await prison.post(await kiosk.makeItem());
    expect(await backUpNow(prison.server.context)).toEqual({ ok: true });
    prison.clock.pass({ hours: 5 });
    const { body } = await askAgain('GET /api/backups');
    expect(body).toMatchObject({
      last: { age: 5 * 3600, keys: false },
      unprotected: 5 * 3600,
      kept: 1,
      oneDisk: true,
    });
    const { backupDir } = prison.server.context.config;
    const [name = ''] = await listBackups(backupDir);
    expect(await verifyBackup(join(backupDir, name))).toMatchObject({ counts: { intake: 1 } });
  });

  test('one that fails says why, and stands among the irregularities once a day', async () => {
    const { dataDir } = await emptyPlace('sqlite');
    const context = {
      ...prison.server.context,
      config: {
        ...prison.server.context.config,
        dataDir: join(dataDir, 'gone'),
        databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      },
    };
    const outcome = await backUpNow(context);
    expect(outcome).toMatchObject({ ok: false, reason: 'storage-unavailable' });
    await tellOfFailure(prison.server.context, 'no-room');
    await tellOfFailure(prison.server.context, 'no-room');
    const ask = await prison.loginAs('officer-in-charge');
    const { body } = await ask('GET /api/irregularities');
    expect(body.irregularities).toMatchObject([{ kind: 'back-up-failed', detail: { reason: 'no-room' } }]);
  });
});
