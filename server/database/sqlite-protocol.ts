import type { DatabaseProblemName } from './database-problem.ts';
import type { Portable, Statement, StatementResult } from './statement.ts';

/** What travels between the main thread and a thread that holds one SQLite connection. */
export interface SessionOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** How long a statement waits for a lock of another process, in milliseconds. */
  readonly busyTimeoutMs: number;
}

/** A statement with values that can travel to a thread and be stored. */
export interface BoundStatement extends Statement {
  readonly parameters: readonly Portable[];
}

export type Command =
  | { readonly kind: 'open'; readonly options: SessionOptions }
  /** `inTransaction`: what the sender believes; a mismatch is refused before anything runs. */
  | { readonly kind: 'run'; readonly statements: readonly BoundStatement[]; readonly inTransaction: boolean }
  | { readonly kind: 'begin' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'close' };

export interface Request {
  readonly id: number;
  readonly command: Command;
}

export interface Failure {
  readonly problem: DatabaseProblemName;
  readonly detail: string;
}

export type Reply =
  | { readonly id: number; readonly results: readonly StatementResult[] }
  | { readonly id: number; readonly failure: Failure };
