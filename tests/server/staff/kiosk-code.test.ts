import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteBuilds } from '../../../server/server.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { aHeartbeat } from '../../helpers/heartbeat.ts';
import { scratch } from '../../helpers/scratch.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeDist } from './make-dist.ts';

withDatabases(open => {
  let prison: TestServer;
  let dist: string;
  beforeAll(async () => {
    dist = await makeDist(await mkdtemp(join(scratch, 'sauti-code-')), 'build-a');
    prison = await openTestServer(open, { dist });
    await noteBuilds(prison.server.context);
  });
  afterAll(async () => {
    await prison.close();
    await rm(dist, { recursive: true, force: true });
  });

  const codeSeenBy = async (name: StaffName) =>
    (await (await prison.loginAs(name))('GET /api/logs')).body.logs[0]?.code;
  const told = async (name: StaffName) =>
    (await (await prison.loginAs(name))('GET /api/irregularities')).body.irregularities
      .map(({ kind, detail }) => ({ kind, build: detail.build }))
      .filter(({ kind }) => kind.startsWith('code-'));
  const leaves = async () => {
    const rows = await prison.server.database.read.selectFrom('record').select('content').execute();
    return rows
      .map(({ content }) => JSON.parse(content))
      .filter(({ action }) => action === 'build-code')
      .map(({ build, sha256 }) => ({ build, sha256 }));
  };

  describe('the program that kiosks are given', () => {
    it('stands in the log by a digest that ordinary tools come to as well', async () => {
      const command = 'find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum';
      const said = execFileSync('sh', ['-c', command], { cwd: join(dist, 'kiosk'), encoding: 'utf8' });
      const digest = said.slice(0, 64);
      expect(await leaves()).toEqual([{ build: 'build-a', sha256: digest }]);
      for (const name of ['visiting-justice', 'commissioner', 'officer-in-charge'] as const)
        expect(await codeSeenBy(name)).toMatchObject([{ build: 'build-a', digest, kiosks: 0 }]);
      await noteBuilds(prison.server.context);
      expect(await leaves()).toHaveLength(1);
    });

    it('is an irregularity once it is another one under the same name, its worker included', async () => {
      const folder = prison.server.context.builds.newest?.folder ?? '';
      await appendFile(join(folder, 'sw.js'), '\n// and one thing more');
      await noteBuilds(prison.server.context);
      expect(await leaves()).toHaveLength(2);
      expect(await codeSeenBy('visiting-justice')).toHaveLength(2);
      expect(await told('visiting-justice')).toEqual([{ kind: 'code-changed', build: 'build-a' }]);
      expect(await told('administrator')).toEqual([]);
    });

    it('is an irregularity where a kiosk runs what this server never had', async () => {
      const kiosk = await prison.asKiosk(await prison.enrolKiosk());
      for (const build of ['unknown', 'build-a', 'build-x', 'build-x'])
        await kiosk('POST /api/kiosks/heartbeat', {}, { body: aHeartbeat({ build }) });
      const found = await told('commissioner');
      expect(found).toHaveLength(2);
      expect(found).toContainEqual({ kind: 'code-unknown', build: 'build-x' });
      expect(await told('administrator')).toEqual([]);
    });
  });
});
