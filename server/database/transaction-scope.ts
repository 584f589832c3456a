import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';

interface Scope {
  readonly outer: Scope | undefined;
  open: boolean;
}

/**
 * Knows whether the running code was called from inside a transaction of one database. SQLite has one writer:
 * code in a transaction that asks for the writer again would wait for itself for ever; on PostgreSQL it would
 * quietly write outside the transaction. Both are refused by name, at the first call.
 */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<Scope>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const scope: Scope = { outer: this.#current.getStore(), open: true };
    try {
      return await this.#current.run(scope, work);
    } finally {
      // What the transaction started and did not wait for (a timer, an announcement) is outside from now on.
      scope.open = false;
    }
  }

  /** Throws that problem when called from inside a transaction. */
  assertOutside(problem: DatabaseProblemName): void {
    for (let scope = this.#current.getStore(); scope; scope = scope.outer) {
      if (scope.open) throw new DatabaseProblem(problem);
    }
  }
}
