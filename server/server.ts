import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../shared/problems.ts';
import { openBuilds } from './builds/builds.ts';
import { codeDigest } from './builds/code-digest.ts';
import { type Clock, isoOf, makeClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { migrations } from './database/migrations/index.ts';
import { makeFolder } from './folder.ts';
import { buildApp } from './http/app.ts';
import { makeIntakeQueue } from './intake/queue.ts';
import { openKeys } from './keys.ts';
import { expiryOf } from './kit/certificate-expiry.ts';
import { checkClockAtStart } from './queries/clock.ts';
import { noteCode } from './queries/kiosk-code.ts';
import { neededBuilds, noteNewestBuild } from './queries/kiosk-release.ts';
import { spendRoomOfThreads } from './thrift.ts';
import { startWork, type Work } from './work/work.ts';

export interface Server {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly database: Database;
  readonly work: Work;
  /** Takes no new requests, finishes what runs, closes the store. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly clock?: Clock;
  /** Told of what nobody foresaw; `where` names a route or a piece of work, never content. */
  readonly onTrouble: (error: unknown, where: string) => void;
  /** Milliseconds between two looks at what waits; null where each is asked for, as in tests whose clock is their own. */
  readonly tickMs?: number | null;
}

/**
 * Takes note of the build that this program brought, puts away those that no prison needs any more, and writes into the
 * logs what code the others are.
 */
export async function noteBuilds({
  database,
  builds,
  clock,
}: Pick<Context, 'database' | 'builds' | 'clock'>) {
  const at = isoOf(clock.now());
  if (builds.newest) await noteNewestBuild(database, builds.newest.list, at);
  await builds.keepOnly(await neededBuilds(database.read));
  for (const build of builds.all)
    await noteCode(database, { build: build.list.id, digest: await codeDigest(build), at });
}

/** Puts a whole server together from its configuration, without listening. */
export async function openServer(config: Config, options: ServerOptions): Promise<Server> {
  makeFolder(config.dataDir);
  if (config.databaseUrl !== null) spendRoomOfThreads();
  const keys = await openKeys(config.dataDir);
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    onTrouble: error => options.onTrouble(error, 'database'),
  });
  await migrate(database, migrations);
  const clock = options.clock ?? makeClock();
  await checkClockAtStart(database, clock);
  const builds = await openBuilds(config.dataDir, config.dist, error => options.onTrouble(error, 'builds'));
  await noteBuilds({ database, builds, clock });
  const closing = new AbortController();
  let work: Work | null = null;
  const wake = () => work?.wake();
  const https = config.tls
    ? { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) }
    : null;
  const context: Context = {
    config,
    database,
    keys,
    clock,
    builds,
    intake: makeIntakeQueue(database, wake, () => new Problem('too-busy', { retryAfter: 2 })),
    wake,
    certificateEnds: https && expiryOf(https.cert.toString('utf8')),
    closing: closing.signal,
  };
  const app = await buildApp(context, { https, onUnexpected: options.onTrouble });
  work = startWork(context, error => options.onTrouble(error, 'work'), options.tickMs);
  const running = work;
  return {
    app,
    context,
    database,
    work: running,
    async close() {
      closing.abort();
      await app.close();
      await running.stop();
      await database.close();
    },
  };
}
