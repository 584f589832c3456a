import { Worker } from 'node:worker_threads';
import { DatabaseProblem } from './database-problem.ts';
import type { Command, Failure, Reply, Request, SessionOptions } from './sqlite-protocol.ts';
import type { StatementResult } from './statement.ts';

const died: Failure = { problem: 'worker-died', detail: 'the thread of this connection ended' };

/**
 * Rows pass through this thread and are forgotten: a small nursery costs a few more collections and saves, in
 * three threads, more memory than the rows ever need. The rest is what the longest list takes, with room.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 };

/** The main thread's end of one connection. Commands are answered in the order in which they were sent. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #lastId = 0;
  #alive = true;
  #closing = false;
  /** Called once if the thread ends without having been asked to. */
  onDeath: (() => void) | null = null;

  private constructor() {
    // The parent's flags (a test runner's, a debugger's) are not for this thread.
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits,
    });
    this.#worker.on('message', (reply: Reply) => this.#take(reply));
    // An error that escapes the thread ends it: 'exit' follows and is what counts.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => this.#end());
  }

  /** Starts a thread and opens the file in it; rejects with the named problem of opening. */
  static async open(options: SessionOptions): Promise<SqliteThread> {
    const thread = new SqliteThread();
    try {
      await thread.call({ kind: 'open', options });
      return thread;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Rejects with a `DatabaseProblem`, whatever went wrong, also if the thread ends before it answers. */
  async call(command: Command): Promise<readonly StatementResult[]> {
    if (!this.#alive) throw new DatabaseProblem(died.problem, died.detail);
    const reply = await this.#send(command);
    // Made here and not where the message arrives, so that its stack shows who asked.
    if ('failure' in reply) throw new DatabaseProblem(reply.failure.problem, reply.failure.detail);
    return reply.results;
  }

  /** Closes the file and ends the thread. */
  async close(): Promise<void> {
    this.#closing = true;
    try {
      if (this.#alive) await this.call({ kind: 'close' });
    } finally {
      await this.terminate();
    }
  }

  /** Ends the thread at once; whoever waits gets `worker-died`. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(command: Command): Promise<Reply> {
    this.#lastId += 1;
    const request: Request = { id: this.#lastId, command };
    return new Promise(resolve => {
      this.#waiting.set(request.id, resolve);
      this.#worker.postMessage(request);
    });
  }

  #take(reply: Reply): void {
    const settle = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    settle?.(reply);
  }

  #end(): void {
    this.#alive = false;
    for (const [id, settle] of this.#waiting) settle({ id, failure: died });
    this.#waiting.clear();
    if (!this.#closing) this.onDeath?.();
  }
}
