import { DatabaseProblem } from './database-problem.ts';

/** One SQL statement with its values; what Kysely's `compile()` returns fits. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /**
   * Given to a text that comes again and again: PostgreSQL then reads and plans it once per connection, which
   * for many rows takes as long as running it. One name for one text only.
   */
  readonly name?: string;
}

export type Row = Record<string, unknown>;

export interface StatementResult {
  readonly rows: readonly Row[];
  /** Rows inserted, updated or deleted; without meaning for a statement that returns rows. */
  readonly affected: number;
}

/** What a column of either engine holds. */
export type Portable = string | number | bigint | null | Uint8Array;

/**
 * The value as both engines store it: a truth value as 1 or 0, what is missing as null. Throws
 * `statement-failed` for anything else: one engine would write a Date or an object as text of its own making,
 * the other as nothing at all.
 */
export function portable(value: unknown): Portable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new DatabaseProblem('statement-failed', `no column holds a ${Object.prototype.toString.call(value)}`);
}
