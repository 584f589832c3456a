import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './chance.ts';
import { childrenOf, signal as sendSignal } from './process-tree.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The real server, `server/main.ts`, in a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Started under another command, which ends when the server does. */
  readonly #wrapped: boolean;
  #output = '';
  #port = 0;

  private constructor(env: Record<string, string>, wrapper: readonly string[]) {
    const [command = '', ...args] = [...wrapper, process.execPath, 'server/main.ts'];
    this.#child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#wrapped = wrapper.length > 0;
    this.#ended = once(this.#child, 'exit');
    // Nothing that was started outlives the run, however that ends.
    const kill = () => this.#child.kill('SIGKILL');
    process.on('exit', kill);
    this.#child.on('exit', () => process.off('exit', kill));
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', chunk => {
        this.#output += String(chunk);
        this.#port ||= Number(/http:\/\/localhost:(\d+)\//.exec(this.#output)?.[1] ?? 0);
      });
  }

  /** Starts it and waits until it listens or ends; `wrapper` is a command to start it under. */
  static async start(env: Record<string, string>, wrapper: readonly string[] = []): Promise<ServerProcess> {
    const server = new ServerProcess(env, wrapper);
    await until('the server listens', () => server.#port > 0 || server.over, 300_000);
    return server;
  }

  /** As `start`, but a server that ends at its start is an error. */
  static async startWell(env: Record<string, string>): Promise<ServerProcess> {
    const server = await ServerProcess.start(env);
    if (server.over) throw new Error(`the server ended at its start:\n${server.output}`);
    return server;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get output(): string {
    return this.#output;
  }

  get over(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Null while it runs, and if a signal ended it. */
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  /** SIGKILL as a power cut would, SIGTERM as an administrator would; waits until it is gone. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.over) sendSignal(this.#wrapped ? (childrenOf(this.pid)[0] ?? this.pid) : this.pid, signal);
    await this.#ended;
  }

  /** Waits until it ends by itself; false if it did not in that time. */
  async endsWithin(ms: number): Promise<boolean> {
    return until('the server ends', () => this.over, ms).then(
      () => true,
      () => false,
    );
  }
}
