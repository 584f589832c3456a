import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

/** A port that nobody listens on just now. */
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

/** The real server as a process of its own, with a data folder that outlives its restarts. */
export class ServerProcess {
  #process: ChildProcess | null = null;
  #output = '';
  readonly port: number;
  readonly dataDir: string;
  readonly #env: Record<string, string>;

  constructor(port: number, dataDir: string, env: Record<string, string> = {}) {
    this.port = port;
    this.dataDir = dataDir;
    this.#env = env;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** What it printed so far. */
  get output(): string {
    return this.#output;
  }

  /** Starts it and waits until it is well. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', chunk => {
        this.#output += String(chunk);
      });
    const patience = AbortSignal.timeout(60_000);
    while (!(await this.#isWell())) {
      if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${this.#output}`);
      if (patience.aborted) throw new Error(`the server is not well after a minute:\n${this.#output}`);
      await sleep(50);
    }
  }

  #isWell(): Promise<boolean> {
    return fetch(`${this.origin}/healthz`).then(
      answer => answer.status === 200,
      () => false,
    );
  }

  /** Stops it; `SIGKILL` as a power cut would, `SIGTERM` as an administrator would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
