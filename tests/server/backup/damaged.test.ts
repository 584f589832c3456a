import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { writeBackup } from '../../../server/backup/write-backup.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { emptyPlace } from './places.ts';

const made = { program: '0.1.0', now: '2026-03-02T07:30:00Z' };

const lastLines = (lines: readonly string[], count: number) => lines.slice(0, lines.length - count);
const indexOfRow = (lines: readonly string[], table: string) => lines.indexOf(JSON.stringify({ table })) + 1;
const replaced = (lines: readonly string[], index: number, text: string) =>
  lines.map((line, at) => (at === index ? text : line));
const without = (lines: readonly string[], index: number) => lines.filter((_, at) => at !== index);

/** As an intruder would: the digest is right again. */
function withDigest(lines: readonly string[], counts: Record<string, number> = {}): string[] {
  const before = lastLines(lines, 1);
  const footer = JSON.parse(lines.at(-1) ?? '') as { counts: Record<string, number> };
  const sha256 = createHash('sha256')
    .update(before.map(line => `${line}\n`).join(''))
    .digest('base64url');
  return [...before, JSON.stringify({ ...footer, counts: { ...footer.counts, ...counts }, sha256 })];
}

type Damage = (lines: readonly string[]) => readonly string[];

const damages: readonly (readonly [string, Damage, RegExp])[] = [
  ['cut after a line', lines => lastLines(lines, 3), /^Line \d+: the file ends before its end was written$/],
  [
    'a line changed',
    lines =>
      replaced(
        lines,
        indexOfRow(lines, 'prison'),
        (lines[indexOfRow(lines, 'prison')] ?? '').replace('Test', 'Best'),
      ),
    /the digest differs/,
  ],
  [
    'a row gone',
    lines => without(lines, indexOfRow(lines, 'wing')),
    /2 rows of wing were written and 1 are here/,
  ],
  ['a column gone', lines => replaced(lines, indexOfRow(lines, 'wing'), '["a","b"]'), /it is no row of wing/],
  [
    'a value of another kind',
    lines => replaced(lines, indexOfRow(lines, 'wing'), '["a","b",{}]'),
    /it is no row of wing/,
  ],
  ['the header gone', lines => without(lines, 0), /^Line 1: this is no back-up/],
  [
    'tables in another order',
    lines => lines.filter(line => line !== '{"table":"law"}'),
    /stands where law should/,
  ],
  ['no JSON', lines => replaced(lines, 4, 'x'), /^Line 5: it is not JSON$/],
  ['something after the end', lines => [...lines, '[]'], /something follows the end/],
  [
    'keys that the header does not know of',
    lines => replaced(lines, 1, '{"keys":{}}'),
    /^Line 2: the keys are not/,
  ],
  [
    'a newer format',
    lines => replaced(lines, 0, (lines[0] ?? '').replace('"format":1', '"format":2')),
    /newer version/,
  ],
  [
    'an entry of the log changed and the digest made right',
    lines =>
      withDigest(
        replaced(
          lines,
          indexOfRow(lines, 'log_entry'),
          (lines[indexOfRow(lines, 'log_entry')] ?? '').replace('received', 'received!'),
        ),
      ),
    /the entry at position 0 of the log was changed/,
  ],
  [
    'the last entry of the log taken out and the digest made right',
    lines => {
      const last = indexOfRow(lines, 'log_entry') + 2;
      return withDigest(without(lines, last), { log_entry: 2 });
    },
    /has 2 entries and its head says 3/,
  ],
  [
    'a submission taken out and the digest made right',
    lines => withDigest(without(lines, indexOfRow(lines, 'intake')), { intake: 2 }),
    /what was received is not what the log says was received/,
  ],
];

withDatabases(
  open => {
    let prison: TestServer;
    let whole: Buffer;
    beforeAll(async () => {
      prison = await openTestServer(open);
      const kiosk = await prison.enrolKiosk();
      for (let index = 0; index < 3; index += 1) await prison.post(await kiosk.makeItem());
      const { dataDir, databaseUrl } = prison.server.context.config;
      const file = join(dataDir, 'whole.backup');
      await writeBackup({ dataDir, databaseUrl, passphrase: null }, file, made);
      whole = await readFile(file);
    });
    afterAll(() => prison.close());

    async function refusalOf(bytes: Uint8Array): Promise<string> {
      const place = await emptyPlace('sqlite');
      const file = join(place.dataDir, 'damaged.backup');
      await writeFile(file, bytes);
      const refused = await restoreBackup(
        file,
        { ...place, passphrase: null, withoutKeys: true },
        made.now,
      ).then(
        () => 'restored',
        error => String(error.message),
      );
      // What a restoring would have begun with is not there.
      await expect(readFile(join(place.dataDir, 'sauti.sqlite'))).rejects.toThrow('ENOENT');
      return refused;
    }

    test('the file itself is whole', async () => {
      const lines = gunzipSync(whole).toString().trimEnd().split('\n');
      const place = await emptyPlace('sqlite');
      const file = join(place.dataDir, 'again.backup');
      await writeFile(
        file,
        gzipSync(
          withDigest(lines)
            .map(line => `${line}\n`)
            .join(''),
        ),
      );
      await expect(verifyBackup(file)).resolves.toMatchObject({ counts: { intake: 3 }, logEntries: 3 });
    });

    test.each(damages)(
      '%s: refused with what is wrong, and nothing is restored',
      async (_, damage, expected) => {
        const lines = gunzipSync(whole).toString().trimEnd().split('\n');
        const bytes = gzipSync(
          damage(lines)
            .map(line => `${line}\n`)
            .join(''),
        );
        expect(await refusalOf(bytes)).toMatch(expected);
      },
    );

    test('one bit turned over anywhere, or cut anywhere: refused', async () => {
      const restored: string[] = [];
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
        const turned = Buffer.from(whole);
        // The bytes 4 to 9 of gzip are its time, flags and system: they say nothing of the content.
        if (at >= 4 && at < 10) continue;
        turned.writeUInt8(turned.readUInt8(at) ^ 4, at);
        for (const bytes of [turned, whole.subarray(0, at)])
          if ((await refusalOf(bytes)) === 'restored')
            restored.push(`${bytes.length === at ? 'cut' : 'turned'} at ${at}`);
      }
      expect(restored).toEqual([]);
    });
  },
  { engines: ['sqlite'] },
);
