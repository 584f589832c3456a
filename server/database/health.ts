import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';

const fatal: ReadonlySet<DatabaseProblemName> = new Set(['storage-failed', 'storage-corrupt', 'worker-died']);

/**
 * Remembers the first failure after which nothing that the writer says can be believed. After a failed flush
 * the system may report the next one as good although the pages are gone: the only safe way on is to end the
 * process and open the file again.
 */
export class Health {
  readonly #listeners = new Set<(problem: DatabaseProblem) => void>();
  #fatal: DatabaseProblem | null = null;

  /** Looks at a failure of the writer; tells the listeners once if it is fatal. */
  watch(error: unknown): void {
    if (this.#fatal || !(error instanceof DatabaseProblem) || !fatal.has(error.problem)) return;
    this.#fatal = error;
    for (const listener of this.#listeners) listener(error);
  }

  /** The writer's thread ended while nobody was waiting for it. */
  reportDeath(): void {
    this.watch(new DatabaseProblem('worker-died', 'the thread of the writer ended'));
  }

  /** Throws the fatal problem, if there was one. */
  assert(): void {
    if (this.#fatal)
      throw new DatabaseProblem(this.#fatal.problem, this.#fatal.detail, { cause: this.#fatal });
  }

  /** Calls `listener` at the fatal problem, or soon if it was already. Returns how to stop listening. */
  onFatal(listener: (problem: DatabaseProblem) => void): () => void {
    const problem = this.#fatal;
    if (problem) queueMicrotask(() => listener(problem));
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
