import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';

/** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byState: Readonly<Record<string, DatabaseProblemName>> = {
  '23001': 'reference-violation', // restrict_violation
  '23503': 'reference-violation',
  '23505': 'unique-violation',
  '25006': 'storage-read-only', // read_only_sql_transaction
  '25P02': 'transaction-aborted', // in_failed_sql_transaction
  '25P03': 'transaction-timed-out', // idle_in_transaction_session_timeout
  '40001': 'transaction-conflict', // serialization_failure
  '40P01': 'transaction-conflict', // deadlock_detected
  '53100': 'storage-full', // disk_full
  '55P03': 'storage-locked', // lock_not_available
  '57014': 'storage-locked', // query_canceled, by a time-out
  '58030': 'storage-failed', // io_error
  P0001: 'trigger-refused', // raise_exception
  XX001: 'storage-corrupt', // data_corrupted
  XX002: 'storage-corrupt', // index_corrupted
};

/** By the first two characters, the class. */
const byClass: Readonly<Record<string, DatabaseProblemName>> = {
  '08': 'storage-unavailable', // connection exceptions
  '23': 'check-violation',
  '28': 'storage-unavailable', // the server does not let us in
  '3D': 'storage-unavailable', // there is no such database
  '53': 'storage-unavailable', // too many connections, out of memory
  '57': 'storage-unavailable', // shutting down
};

const isState = (code: unknown): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

/** What may be said of it: PostgreSQL quotes the offending value in its data exceptions, and a value may be a complaint. */
function detailOf(state: string, message: string): string {
  return state.startsWith('22') ? `data exception ${state}` : `${message} (${state})`;
}

/**
 * The named problem for what `pg` threw. The original is not kept as its cause: its `detail` holds the
 * failing row, and a cause is printed with the error. What has no SQLSTATE came from the connection.
 */
export function namePostgresProblem(error: unknown): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (!isState(code)) return new DatabaseProblem('storage-unavailable', message);
  const name = byState[code] ?? byClass[code.slice(0, 2)] ?? 'statement-failed';
  return new DatabaseProblem(name, detailOf(code, message));
}
