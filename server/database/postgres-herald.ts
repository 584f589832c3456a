import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { decodeNews, encodeChange, encodeMissed } from './change-message.ts';
import type { Change, Herald } from './changes.ts';
import { clientConfig } from './postgres-pool.ts';
import { namePostgresProblem } from './postgres-problem.ts';

const channel = 'sauti_change';
/** A connection that died without a word is found by asking. */
const heartbeatMs = 20_000;
const firstRetryMs = 250;
const slowestRetryMs = 10_000;
/** While the connection is down; beyond this the others are told that they missed something. */
const keptUnsent = 1_000;

/**
 * Carries news between processes on a connection of its own. NOTIFY inside the writing transaction would take
 * a lock that all commits share, and cost two thirds of the throughput: announcements are sent afterwards,
 * those of the same moment together. After a broken connection the listeners hear `missed`.
 */
export class PostgresHerald {
  readonly #url: string;
  readonly #herald: Herald;
  readonly #onTrouble: (error: unknown) => void;
  readonly #self = randomUUID();
  #client: Client | null = null;
  #unsent: string[] = [];
  #sending: Promise<void> | null = null;
  #retryMs = firstRetryMs;
  #retry: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(url: string, herald: Herald, onTrouble: (error: unknown) => void) {
    this.#url = url;
    this.#herald = herald;
    this.#onTrouble = onTrouble;
  }

  /** Resolves when it is listening; rejects if the first connection fails. */
  static async open(
    url: string,
    herald: Herald,
    onTrouble: (error: unknown) => void,
  ): Promise<PostgresHerald> {
    const opened = new PostgresHerald(url, herald, onTrouble);
    await opened.#connect();
    return opened;
  }

  announce(change: Change): void {
    this.#herald.tell({ kind: 'changed', change });
    this.#unsent.push(...encodeChange(this.#self, change));
    if (this.#unsent.length > keptUnsent) this.#unsent = [encodeMissed(this.#self)];
    this.#flush();
  }

  /** Sends what is still to be sent, if it can, and stops listening. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#heartbeat);
    await this.#sending;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({ ...clientConfig(this.#url), query_timeout: heartbeatMs });
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    client.on('error', error => this.#lose(client, error));
    client.on('end', () => this.#lose(client, null));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      client.removeAllListeners('end');
      await client.end().catch(() => undefined);
      throw namePostgresProblem(error);
    }
    if (this.#closed) {
      await client.end();
      return;
    }
    this.#client = client;
    this.#retryMs = firstRetryMs;
    this.#heartbeat = setInterval(() => this.#beat(client), heartbeatMs);
    this.#flush();
  }

  #hear(payload: string): void {
    const news = decodeNews(this.#self, payload);
    if (news) this.#herald.tell(news);
  }

  #beat(client: Client): void {
    client.query('select 1').catch(error => this.#lose(client, error));
  }

  #lose(client: Client, error: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    clearInterval(this.#heartbeat);
    if (error) this.#onTrouble(namePostgresProblem(error));
    client.end().catch(() => undefined);
    this.#reconnectSoon();
  }

  #reconnectSoon(): void {
    // Spread, so that all the servers of one database do not come back in the same instant.
    const wait = this.#retryMs * (0.5 + Math.random() / 2);
    this.#retryMs = Math.min(this.#retryMs * 2, slowestRetryMs);
    this.#retry = setTimeout(() => this.#reconnect(), wait);
  }

  async #reconnect(): Promise<void> {
    try {
      await this.#connect();
      this.#herald.tell({ kind: 'missed' });
    } catch (error) {
      this.#onTrouble(error);
      if (!this.#closed) this.#reconnectSoon();
    }
  }

  #flush(): void {
    if (this.#sending || this.#closed) return;
    this.#sending = this.#send().finally(() => {
      this.#sending = null;
    });
  }

  async #send(): Promise<void> {
    while (this.#client && this.#unsent.length > 0) {
      const client = this.#client;
      const payloads = this.#unsent;
      this.#unsent = [];
      try {
        await client.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
          channel,
          payloads,
        ]);
      } catch (error) {
        this.#unsent = [...payloads, ...this.#unsent];
        this.#lose(client, error);
        return;
      }
    }
  }
}
