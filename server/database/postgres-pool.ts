import { type ClientBase, type ClientConfig, Pool, type PoolClient } from 'pg';
import type { Settings } from './database.ts';
import { type DatabaseProblem, isDatabaseProblem } from './database-problem.ts';
import { namePostgresProblem } from './postgres-problem.ts';
import { type Access, assertSession, prepareSession } from './postgres-session.ts';
import { portableTypes } from './postgres-types.ts';
import { Turnstile } from './turnstile.ts';

/** Writers wait for each other at the head of a log anyway, so a few connections do. */
const connections = 6;

const connectTimeoutMs = 10_000;

/** A borrowed connection; one that is broken is not lent again. */
export interface Lease {
  readonly client: PoolClient;
  release(broken: boolean): void;
}

/** What every connection of ours begins with. */
export function clientConfig(url: string): ClientConfig {
  return {
    connectionString: url,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'sauti',
    connectionTimeoutMillis: connectTimeoutMs,
    // pg's own type asks for both of its overloads.
    types: portableTypes as NonNullable<ClientConfig['types']>,
  };
}

/** A pool whose connections are set up, proven durable, and never bring the process down when they break. */
export class PostgresPool {
  readonly #pool: Pool;
  /** The pool's own queue is forgotten when it closes; this one is served to its end. */
  readonly #turns = new Turnstile(Array.from({ length: connections }, (_, index) => index));
  readonly #lost = new WeakMap<ClientBase, DatabaseProblem>();

  constructor(url: string, access: Access, settings: Settings) {
    this.#pool = new Pool({
      ...clientConfig(url),
      max: connections,
      // Lets a batch's queries travel together instead of each waiting for the answer before it.
      pipeline: true,
      onConnect: async (client: ClientBase) => {
        // A connection that is cut while somebody holds it emits an error nobody else listens to.
        // The first is the reason; that the connection then ended is only its consequence.
        client.on('error', error => {
          if (!this.#lost.has(client)) this.#lost.set(client, namePostgresProblem(error));
        });
        await prepareSession(client, access, settings);
        await assertSession(client);
      },
    });
    this.#pool.on('error', error => settings.onTrouble(namePostgresProblem(error)));
  }

  /** Rejects with a named problem: `storage-unavailable` if nothing answers, `storage-closed` after `close`. */
  async acquire(): Promise<Lease> {
    const turn = await this.#turns.acquire();
    try {
      const client = await this.#pool.connect();
      return {
        client,
        release: broken => {
          client.release(broken);
          this.#turns.release(turn);
        },
      };
    } catch (error) {
      this.#turns.release(turn);
      throw namePostgresProblem(error);
    }
  }

  /** The named problem of a failed query: why the connection was cut, if that is what happened. */
  explain(client: ClientBase, error: unknown): DatabaseProblem {
    const named = namePostgresProblem(error);
    return isDatabaseProblem(named, 'storage-unavailable') ? (this.#lost.get(client) ?? named) : named;
  }

  async close(): Promise<void> {
    await this.#turns.close();
    await this.#pool.end();
  }
}
