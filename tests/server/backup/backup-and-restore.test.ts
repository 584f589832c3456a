import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { type WrittenBackup, writeBackup } from '../../../server/backup/write-backup.ts';
import { openDatabase } from '../../../server/database/database.ts';
import { searchSubmissions } from '../../../server/database/search.ts';
import { openServer } from '../../../server/server.ts';
import { type Open, withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { rowsOf, textOf } from './contents.ts';
import { emptyPlace } from './places.ts';

const made = { program: '0.1.0', now: '2026-03-02T07:30:00Z' };
const now = '2026-03-03T05:00:00.000Z';
const passphrase = 'a passphrase of many words';

/** A server with a few submissions and somebody signed in. */
async function fill(open: Open): Promise<TestServer> {
  const prison = await openTestServer(open);
  const kiosk = await prison.enrolKiosk();
  const { pass } = await prison.signInAs(kiosk, 'otieno');
  for (let index = 0; index < 3; index += 1)
    await prison.post(
      await kiosk.makeItem({ text: `The beans were raw again ${index}` }, { version: 1, kind: 'pass', pass }),
    );
  await prison.post(await kiosk.makeItem());
  await prison.settle();
  await prison.loginAs('officer-in-charge');
  return prison;
}

async function backUp(prison: TestServer, sealed: string | null = passphrase): Promise<WrittenBackup> {
  const { dataDir: folder } = await emptyPlace('sqlite');
  const { dataDir, databaseUrl } = prison.server.context.config;
  return writeBackup({ dataDir, databaseUrl, passphrase: sealed }, join(folder, 'a.backup'), made);
}

const strict = { passphrase, withoutKeys: false } as const;

/** Written by the restoring itself. */
const notes = ['staff_session', 'prisoner_session', 'log_head', 'clock'];

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await fill(open);
  });
  afterAll(() => prison.close());

  test('a back-up is whole, counts every row, and leaves nothing beside it', async () => {
    const written = await backUp(prison);
    expect(written.counts).toMatchObject({ prison: 1, intake: 4, submission: 4, prisoner: 3 });
    expect(written.logEntries).toBe(written.counts.log_entry);
    expect(written.header).toMatchObject({
      madeAt: made.now,
      keys: true,
      migrations: expect.arrayContaining(['001-spine']),
    });
    expect(await readdir(join(written.file, '..'))).toEqual(['a.backup']);
    expect(await verifyBackup(written.file)).toMatchObject({ sha256: written.sha256 });
  });

  test.each(['sqlite', 'postgres'] as const)(
    'restored on %s everything is as it was, and a server goes on with it',
    async to => {
      const written = await backUp(prison);
      const place = await emptyPlace(to);
      const restored = await restoreBackup(written.file, { ...place, ...strict }, now);
      expect(restored).toMatchObject({ keysPut: 6, submissionsIndexed: 3 });

      const again = await writeBackup({ ...place, passphrase: null }, join(place.dataDir, 'b.backup'), made);
      const [before, after] = [await rowsOf(written.file, notes), await rowsOf(again.file, notes)];
      const gone = before.filter(row => !after.includes(row));
      const added = after.filter(row => !before.includes(row)).map(row => row.split(' ')[0]);
      expect(gone).toEqual([]);
      // The kiosks must first say what they saw of the log: until then it is not signed.
      expect(added.sort()).toEqual(['irregularity', 'log_entry', 'log_state', 'record']);

      const trouble: unknown[] = [];
      const server = await openServer(
        { ...prison.server.context.config, ...place },
        { onTrouble: error => trouble.push(error) },
      );
      const { database, keys } = server.context;
      const words = await searchSubmissions(database, prison.cast.prisonId, 'beans raw', { limit: 10 });
      const signedIn = await database.read
        .selectFrom('staff_session')
        .selectAll()
        .where('ended_at', 'is', null)
        .execute();
      const notice = await database.read
        .selectFrom('irregularity')
        .select('detail')
        .where('kind', '=', 'restored')
        .execute();
      await server.close();
      expect(words).toEqual([3, 2, 1]);
      expect(signedIn).toEqual([]);
      expect(notice).toEqual([{ detail: JSON.stringify({ madeAt: made.now }) }]);
      expect(keys.sealing.id).toBe(prison.server.context.keys.sealing.id);
      expect(trouble).toEqual([]);
    },
  );

  test('one moment is kept, whatever is written meanwhile', async () => {
    const kiosk = await prison.enrolKiosk();
    const items = await Promise.all(Array.from({ length: 60 }, () => kiosk.makeItem()));
    const [, ...written] = await Promise.all([
      Promise.all(items.map(item => prison.post(item))),
      ...[1, 2, 3].map(() => backUp(prison, null)),
    ]);
    // That every log comes to its head, and that what was received is what is logged, is proven by each of them.
    for (const { logEntries, counts } of written) expect(logEntries).toBe(counts.log_entry);
    await prison.settle();
  });
});

describe('a back-up is not restored', () => {
  withDatabases(
    open => {
      let prison: TestServer;
      beforeAll(async () => {
        prison = await fill(open);
      });
      afterAll(() => prison.close());

      test('without its keys, unless they are lost; nor are they in it without a passphrase', async () => {
        const { file, header } = await backUp(prison, null);
        expect(header.keys).toBe(false);
        expect(await textOf(file)).not.toContain('"d":');
        const target = { ...(await emptyPlace('sqlite')), ...strict };
        await expect(restoreBackup(file, target, now)).rejects.toThrow('The keys are not in this back-up');
        const lost = restoreBackup(file, { ...target, withoutKeys: true }, now);
        await expect(lost).resolves.toMatchObject({ keysPut: 0 });
      });

      test('… but a copy of the keys beside it serves as well', async () => {
        const { file } = await backUp(prison, null);
        const place = await emptyPlace('sqlite');
        await cp(join(prison.server.context.config.dataDir, 'keys'), join(place.dataDir, 'keys'), {
          recursive: true,
        });
        await restoreBackup(file, { ...place, ...strict, passphrase: null }, now);
      });

      test.each([
        ['without the passphrase', null, 'set BACKUP_PASSPHRASE'],
        ['with another passphrase', 'another one altogether', 'is not the one'],
      ])('%s, and nothing is changed', async (_, given, message) => {
        const { file } = await backUp(prison);
        const place = await emptyPlace('sqlite');
        const restoring = restoreBackup(file, { ...place, ...strict, passphrase: given }, now);
        await expect(restoring).rejects.toThrow(message);
        expect(await readdir(place.dataDir)).toEqual([]);
      });

      test('beside keys that it does not know', async () => {
        const { file } = await backUp(prison);
        const place = await emptyPlace('sqlite');
        const other = { ...prison.server.context.config, dataDir: (await emptyPlace('sqlite')).dataDir };
        await (await openServer(other, { onTrouble: () => undefined })).close();
        await cp(join(other.dataDir, 'keys'), join(place.dataDir, 'keys'), { recursive: true });
        const restoring = restoreBackup(file, { ...place, ...strict }, now);
        await expect(restoring).rejects.toThrow('holds keys that this back-up does not know');
      });

      test('into a database that holds anything', async () => {
        const { file } = await backUp(prison);
        const place = await emptyPlace('sqlite');
        await restoreBackup(file, { ...place, ...strict }, now);
        await expect(restoreBackup(file, { ...place, ...strict }, now)).rejects.toThrow(
          'The database is not empty',
        );
        const database = await openDatabase({ url: null, dataDir: place.dataDir });
        const notes = await database.read
          .selectFrom('irregularity')
          .select('id')
          .where('kind', '=', 'restored')
          .execute();
        await database.close();
        expect(notes).toHaveLength(1);
      });

      test('from where none could be written: there is a reason and no file', async () => {
        const { dataDir } = await emptyPlace('sqlite');
        await writeFile(join(dataDir, 'no-folder'), '');
        const { config } = prison.server.context;
        const writing = writeBackup({ ...config, passphrase: null }, join(dataDir, 'no-folder', 'a'), made);
        await expect(writing).rejects.toMatchObject({ code: 'ENOTDIR' });
        expect(await readdir(dataDir)).toEqual(['no-folder']);
      });
    },
    { engines: ['sqlite'] },
  );
});
