import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CertificateFiles } from '../../../server/kit/certificates.ts';

const root = join(import.meta.dirname, '..', '..', '..');

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

/** The real server over HTTPS, as a process of its own, with an empty prison. */
export class RealServer {
  readonly #child: ChildProcess;
  readonly #ca: Buffer;
  readonly #host: string;
  readonly port: number;
  #output = '';

  constructor(port: number, host: string, dataDir: string, files: CertificateFiles) {
    this.port = port;
    this.#host = host;
    this.#ca = readFileSync(files.authority);
    this.#child = spawn(process.execPath, ['server/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        SAUTI_DEMO: '0',
        TLS_CERT: files.server,
        TLS_KEY: files.serverKey,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', chunk => {
        this.#output += String(chunk);
      });
  }

  get origin(): string {
    return `https://${this.#host}:${this.port}`;
  }

  /** The status of an address of its, by a client that believes the made authority and nothing else. */
  async status(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path, servername: this.#host, ca: this.#ca };
      get(options, answer => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      }).on('error', reject);
    });
  }

  async ready(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (this.#child.exitCode !== null) throw new Error(`the server ended at its start:\n${this.#output}`);
      if ((await this.status('/healthz').catch(() => 0)) === 200) return;
      await wait(100);
    }
    throw new Error(`the server did not start:\n${this.#output}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
  }
}
