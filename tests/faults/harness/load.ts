import { pause } from './chance.ts';
import { isReceiptFor, type Sent, sentOf } from './held.ts';
import { Poster } from './post.ts';
import type { Prison } from './prison.ts';

const connections = 24;
/** An item without a receipt is sent again, as kiosks do; soon, so that a try does not take minutes. */
const againMs = 50;

/**
 * Kiosks that send as fast as the server takes it, over 24 connections, and keep every receipt. What got none
 * goes back to the front of the queue and is sent again, whatever server listens then.
 */
export class Load {
  readonly sent: Sent[] = [];
  /** Answers that were no receipt, by name or `broken`, and how often. */
  readonly refusals = new Map<string, number>();
  readonly #prison: Prison;
  readonly #poster = new Poster(connections);
  readonly #queue: Sent[] = [];
  #port = 0;
  #running = false;
  #restMs = 0;
  #senders: Promise<unknown> = Promise.resolve();

  constructor(prison: Prison) {
    this.#prison = prison;
  }

  /** Seals so many more items, spread over the kiosks, before time matters. */
  async seal(count: number): Promise<void> {
    const { kiosks } = this.#prison;
    for (let index = 0; index < count; index += 1) {
      const kiosk = kiosks[index % kiosks.length];
      if (kiosk) this.#queue.push(sentOf(await kiosk.nextItem()));
    }
  }

  get waiting(): number {
    return this.#queue.length;
  }

  begin(port: number): void {
    this.#port = port;
    this.#running = true;
    this.#senders = Promise.all(Array.from({ length: connections }, () => this.#send()));
  }

  /** Lets every connection rest so many milliseconds after each receipt. */
  slowDown(restMs: number): void {
    this.#restMs = restMs;
  }

  /** Lets no more out; resolves when nothing is under way. */
  async end(): Promise<void> {
    this.#running = false;
    await this.#senders;
  }

  /** Sends until nothing waits. */
  async drain(port: number): Promise<void> {
    this.begin(port);
    while (this.#queue.length > 0) await pause(10);
    await this.end();
    if (this.#queue.length > 0) await this.drain(port);
  }

  close(): void {
    this.#poster.close();
  }

  async #send(): Promise<void> {
    while (this.#running) {
      const next = this.#queue.shift();
      if (!next) {
        await pause(5);
        continue;
      }
      const trouble = await this.#deliver(next);
      if (trouble === null) {
        if (this.#restMs > 0) await pause(this.#restMs);
        continue;
      }
      this.refusals.set(trouble, (this.refusals.get(trouble) ?? 0) + 1);
      this.#queue.unshift(next);
      await pause(againMs);
    }
  }

  /** Null once its receipt is held. */
  async #deliver(one: Sent): Promise<string | null> {
    try {
      const { status, body, problem } = await this.#poster.post(this.#port, '/api/intake', one.body);
      if (status !== 200) return problem ?? `status ${status}`;
      if (!isReceiptFor(one, body, this.#prison.receiptsKey.publicKey)) return 'no receipt';
      if (one.receipt === null) this.sent.push(one);
      one.receipt ??= body;
      return null;
    } catch {
      return 'broken';
    }
  }
}
