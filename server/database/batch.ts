import { CompiledQuery, type Kysely } from 'kysely';
import type { Statement, StatementResult } from './statement.ts';

const batchOf = Symbol('batch');

interface BatchQuery extends CompiledQuery<StatementResult> {
  readonly [batchOf]: readonly Statement[];
}

/** The statements of a query made by `runBatch`; null for every other query. */
export function statementsOfBatch(query: CompiledQuery): readonly Statement[] | null {
  return batchOf in query ? (query as BatchQuery)[batchOf] : null;
}

/**
 * Sends many statements to the connection at once: one message to SQLite's writer, one flight of queries to
 * PostgreSQL. It travels as one query, so that Kysely's own check refuses it on a transaction that is over.
 * Results are in the statements' order; the first failure is thrown, and the transaction is then lost.
 */
export async function runBatch<Tables>(
  transaction: Kysely<Tables>,
  statements: readonly Statement[],
): Promise<readonly StatementResult[]> {
  if (statements.length === 0) return [];
  const query: BatchQuery = { ...CompiledQuery.raw('batch'), [batchOf]: statements };
  const { rows } = await transaction.executeQuery<StatementResult>(query);
  return rows;
}
