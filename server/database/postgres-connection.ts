import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { statementsOfBatch } from './batch.ts';
import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';
import type { Lease, PostgresPool } from './postgres-pool.ts';
import { portable, type Row, type Statement, type StatementResult } from './statement.ts';

/** Failures that say that the connection is gone, and so nothing about what the server had already done. */
const cut: ReadonlySet<DatabaseProblemName> = new Set(['storage-unavailable', 'transaction-timed-out']);

/** One borrower's hold on a connection of the pool. */
export class PostgresConnection implements DatabaseConnection {
  readonly #client: Lease['client'];
  readonly #release: Lease['release'];
  readonly #pool: PostgresPool;
  #broken = false;

  constructor({ client, release }: Lease, pool: PostgresPool) {
    this.#client = client;
    this.#release = release;
    this.#pool = pool;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const batch = statementsOfBatch(query);
    // Kysely's types promise the rows that the query describes; a batch's rows are its results.
    if (batch) return { rows: (await this.#runAll(batch)) as R[] };
    const { rows, affected } = await this.#run(query);
    return { rows: rows as R[], numAffectedRows: BigInt(affected) };
  }

  // biome-ignore lint/correctness/useYield: it only ever refuses, on both engines.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new DatabaseProblem('statement-failed', 'lists are read by pages, not streamed');
  }

  async begin(): Promise<void> {
    await this.#command('begin');
  }

  async commit(): Promise<void> {
    const answered = await this.#command('commit').catch((error: unknown) => {
      if (error instanceof DatabaseProblem && cut.has(error.problem)) {
        throw new DatabaseProblem('commit-outcome-unknown', '', { cause: error });
      }
      throw error;
    });
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, as a success.
    if (answered !== 'COMMIT') throw new DatabaseProblem('transaction-aborted');
  }

  /** Never throws: what made it necessary is the failure to report. */
  async rollback(): Promise<void> {
    await this.#command('rollback').catch(() => {
      this.#broken = true;
    });
  }

  release(): void {
    this.#release(this.#broken);
  }

  async #command(sql: string): Promise<string> {
    try {
      return (await this.#client.query(sql)).command;
    } catch (error) {
      throw this.#pool.explain(this.#client, error);
    }
  }

  async #run({ sql, parameters, name }: Statement): Promise<StatementResult> {
    try {
      const query = { text: sql, values: parameters.map(portable), ...(name === undefined ? {} : { name }) };
      const result = await this.#client.query<Row>(query);
      return { rows: result.rows, affected: result.rowCount ?? 0 };
    } catch (error) {
      throw this.#pool.explain(this.#client, error);
    }
  }

  /** All are sent at once; after one that failed the server refuses the rest, so the first failure is the reason. */
  async #runAll(statements: readonly Statement[]): Promise<StatementResult[]> {
    const settled = await Promise.allSettled(statements.map(statement => this.#run(statement)));
    return settled.map(outcome => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }
}
