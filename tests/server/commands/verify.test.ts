import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchLogs } from '../../../server/work/watch-logs.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { scratch } from '../../helpers/scratch.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { takeExport, takeProofs, Watcher } from '../../helpers/witness.ts';
import { runCommand } from './run-command.ts';

withDatabases(
  open => {
    let prison: TestServer;
    let folder: string;
    let minute: string;
    beforeAll(async () => {
      prison = await openTestServer(open);
      const kiosk = await prison.enrolKiosk();
      const item = await kiosk.makeItem();
      expect((await prison.post(item)).status).toBe(200);
      await prison.settle();
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      await watchLogs(prison.server.context);
      await new Watcher(prison, kiosk).look();
      folder = mkdtempSync(join(scratch, 'sauti-verify-'));
      const [proof = ''] = await takeProofs(prison, kiosk, [item.statement.id]);
      const log = await takeExport(prison, 'visiting-justice');
      const lines = log.split('\n');
      const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
      write('receipt.tlog-proof', proof);
      write('log.jsonl', log);
      write('changed.jsonl', log.replace(/"commitment\\":\\"./, '"commitment\\":\\"!'));
      write('cut.jsonl', lines.slice(0, -2).join('\n'));
      write('other.txt', 'A letter.');
      const justice = await prison.loginAs('visiting-justice');
      const { size, short } = (await justice('GET /api/logs')).body.logs[0]?.checkpoint ?? {};
      minute = `${size} ${short}`;
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true });
      await prison.close();
    });

    const verify = (files: readonly string[], ...more: readonly string[]) =>
      runCommand('verify', [...files.map(file => join(folder, file)), ...more], {
        url: null,
        dataDir: folder,
      });

    describe('npm run verify', () => {
      it('says what a receipt and an export prove', async () => {
        const { code, out } = await verify(['receipt.tlog-proof', 'log.jsonl'], '--minute', minute);
        expect(out).toContain('Signed by the server: it had them on');
        expect(out).toContain('It agrees with what was seen before: 2.');
        expect(out.match(/Nothing is wrong with it\./g)).toHaveLength(2);
        expect(code).toBe(0);
      });
      it('names the first thing wrong with each file', async () => {
        const files = ['log.jsonl', 'changed.jsonl', 'cut.jsonl', 'other.txt'];
        const { code, out } = await verify(files, '--minute', `${minute.slice(0, -4)}ZZZZ`);
        const faults = [...out.matchAll(/"what":"([\w-]+)"/g)].map(([, what]) => what);
        expect(faults).toEqual(['minute-otherwise', 'minute-otherwise', 'minute-otherwise', 'not-readable']);
        expect(code).toBe(1);
        const alone = await verify(files.slice(1));
        expect([...alone.out.matchAll(/"what":"([\w-]+)"/g)].map(([, what]) => what)).toEqual([
          'root-wrong',
          'cut-short',
          'not-readable',
        ]);
      });
      it('says what it cannot look at', async () => {
        expect(await verify(['missing.jsonl'])).toMatchObject({ code: 2, out: '' });
      });
    });
  },
  { engines: ['sqlite'] },
);
