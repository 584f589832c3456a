import { DatabaseProblem } from './database-problem.ts';

interface Waiting<T> {
  readonly admit: (item: T) => void;
}

/** Lends a fixed set of things, one borrower each, first come first served. */
export class Turnstile<T> {
  readonly #all: number;
  readonly #free: T[];
  readonly #waiting: Waiting<T>[] = [];
  #closed = false;
  #emptied: (() => void) | null = null;

  constructor(items: readonly T[]) {
    this.#all = items.length;
    this.#free = [...items];
  }

  /** Rejects with `storage-closed` once `close` was called. */
  async acquire(): Promise<T> {
    if (this.#closed) throw new DatabaseProblem('storage-closed');
    const free = this.#free.shift();
    if (free !== undefined) return free;
    return new Promise(resolve => {
      this.#waiting.push({ admit: resolve });
    });
  }

  release(item: T): void {
    const next = this.#waiting.shift();
    if (next) next.admit(item);
    else this.#free.push(item);
    if (this.#free.length === this.#all) this.#emptied?.();
  }

  /** Lets nobody new in; resolves when everybody who was in or waiting is done. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#free.length === this.#all) return;
    await new Promise<void>(resolve => {
      this.#emptied = resolve;
    });
  }
}
