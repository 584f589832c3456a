import type { ClientBase } from 'pg';
import type { Settings } from './database.ts';
import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';

export type Access = 'read-write' | 'read-only';

/**
 * Sets up a new connection. By statements and not by start-up options, which connection poolers drop; every
 * setting of one session is in one round trip.
 */
export async function prepareSession(client: ClientBase, access: Access, settings: Settings): Promise<void> {
  await client.query(`
    set synchronous_commit = on;
    set default_transaction_isolation = 'read committed';
    set default_transaction_read_only = ${access === 'read-only' ? 'on' : 'off'};
    set lock_timeout = ${Math.round(settings.lockWaitMs)};
    set idle_in_transaction_session_timeout = ${Math.round(settings.idleTransactionMs)};
    set client_encoding = 'UTF8';
    set timezone = 'UTC';
  `);
}

interface Requirement {
  readonly setting: string;
  readonly accepts: readonly string[];
  readonly problem: DatabaseProblemName;
}

const requirements: readonly Requirement[] = [
  // 'on' waits for the disk, here and on a synchronous standby; 'remote_apply' is stronger.
  { setting: 'synchronous_commit', accepts: ['on', 'remote_apply'], problem: 'storage-not-durable' },
  { setting: 'fsync', accepts: ['on'], problem: 'storage-not-durable' },
  { setting: 'server_encoding', accepts: ['UTF8'], problem: 'storage-wrong-encoding' },
];

/** Reads back what a receipt depends on; throws the named problem of the first setting that is not so. */
export async function assertSession(client: ClientBase): Promise<void> {
  for (const { setting, accepts, problem } of requirements) {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [setting]);
    const value = rows[0]?.value ?? 'unknown';
    if (!accepts.includes(value)) {
      throw new DatabaseProblem(problem, `${setting} is ${value}, not ${accepts.join(' or ')}`);
    }
  }
}
