/**
 * Every way in which the store can refuse, by name and the same on both engines, so that nothing outside
 * this folder ever looks at an engine's own error codes.
 */
export type DatabaseProblemName =
  /** No room: nothing of the transaction was kept; freeing space is enough to go on. */
  | 'storage-full'
  /** Another process held the store, or the row, for longer than we wait. Trying again makes sense. */
  | 'storage-locked'
  | 'storage-read-only'
  /** The disk failed to read or write. Fatal: what is on the disk is only known after reopening. */
  | 'storage-failed'
  /** The file is damaged or is no database. Fatal. */
  | 'storage-corrupt'
  /** It cannot be reached or opened. */
  | 'storage-unavailable'
  /** It is set so that an acknowledged write could be lost in a power cut. */
  | 'storage-not-durable'
  /** The server's encoding is not UTF-8. */
  | 'storage-wrong-encoding'
  | 'storage-closed'
  /** The thread that holds the connection ended. Fatal if it was the writer. */
  | 'worker-died'
  /** COMMIT was sent and not answered, or its flush failed: the write may or may not be there. */
  | 'commit-outcome-unknown'
  /** A statement failed before, so the rest of the transaction is refused. */
  | 'transaction-aborted'
  /** It did nothing for longer than a transaction may, while others waited. */
  | 'transaction-timed-out'
  /** Two transactions stood in each other's way. Trying again makes sense. */
  | 'transaction-conflict'
  /** Our own mistake: the writer was asked for from inside a transaction, which would wait for itself. */
  | 'transaction-nested'
  | 'announced-in-transaction'
  | 'unique-violation'
  | 'reference-violation'
  | 'check-violation'
  /** A trigger refused: what was written cannot be changed or removed. */
  | 'trigger-refused'
  | 'log-head-missing'
  | 'database-newer'
  | 'migrations-out-of-order'
  | 'migration-failed'
  /** Anything else the engine refused: a mistake of ours. */
  | 'statement-failed';

/** A refusal of the store. Its message never carries a value that was being written. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly problem: DatabaseProblemName;
  readonly detail: string;
  constructor(problem: DatabaseProblemName, detail = '', options?: ErrorOptions) {
    super(detail ? `${problem}: ${detail}` : problem, options);
    this.problem = problem;
    this.detail = detail;
  }
}

/** Whether `error` is the store's refusal of that name (of any name, if none is given). */
export function isDatabaseProblem(error: unknown, problem?: DatabaseProblemName): error is DatabaseProblem {
  return error instanceof DatabaseProblem && (problem === undefined || error.problem === problem);
}
