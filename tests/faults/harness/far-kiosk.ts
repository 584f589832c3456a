import { readAnswer } from '../../../kiosk/api/answer.ts';
import { failuresAfter, retryDelay } from '../../../kiosk/sync/back-off.ts';
import { judge, type Verdict } from '../../../kiosk/sync/verdict.ts';
import { pause } from './chance.ts';
import type { Sent } from './held.ts';
import { Poster } from './post.ts';
import type { Prison } from './prison.ts';

export interface Patience {
  /** How long it waits for an answer, in milliseconds; a kiosk waits twenty seconds. */
  readonly timeoutMs: number;
  /** What part of its waits it really waits. */
  readonly pace: number;
}

/** As a kiosk behaves: twenty seconds for an answer, its own waits between the tries. */
export const asAKiosk: Patience = { timeoutMs: 20_000, pace: 1 };

/**
 * The outbox of a kiosk without its browser: oldest first, one at a time, judged by the kiosk's own rules, with
 * the kiosk's own waits in between.
 */
export class FarKiosk {
  readonly #items: readonly Sent[];
  readonly #receipts: Prison['receiptsKey'];
  readonly #patience: Patience;
  /** Tries that brought no receipt. */
  inVain = 0;

  constructor(items: readonly Sent[], receipts: Prison['receiptsKey'], patience: Patience) {
    this.#items = items;
    this.#receipts = receipts;
    this.#patience = patience;
  }

  /** Sends until every item has its receipt. */
  async deliver(port: number): Promise<void> {
    let failures = 0;
    while (this.#items.some(item => item.receipt === null)) {
      const ended = await this.#round(port);
      if (ended === null) continue;
      failures = failuresAfter(failures, ended.delivered, 'failed');
      await pause(retryDelay(failures, ended.retryAfter) * this.#patience.pace);
    }
  }

  /** Null if it went through the whole list. */
  async #round(port: number): Promise<{ delivered: number; retryAfter: number | null } | null> {
    let whole = true;
    let delivered = 0;
    for (const item of this.#items) {
      if (item.receipt !== null) continue;
      const verdict = await this.#try(port, item);
      if (verdict.kind === 'delivered') {
        delivered += 1;
        continue;
      }
      this.inVain += 1;
      whole = false;
      if (verdict.kind === 'refused' || verdict.kind === 'stopped')
        throw new Error(`refused: ${verdict.problem}`);
      if (verdict.kind !== 'skipped')
        return { delivered, retryAfter: verdict.kind === 'later' ? verdict.retryAfter : null };
    }
    return whole ? null : { delivered, retryAfter: null };
  }

  async #try(port: number, sent: Sent): Promise<Verdict> {
    // A connection for each, so that each meets a fate of its own.
    const poster = new Poster(1, false);
    try {
      const { status, contentType, body, retryAfter } = await poster.post(
        port,
        '/api/intake',
        sent.body,
        this.#patience.timeoutMs,
      );
      const { id, kiosk, sequence } = sent.item.statement;
      const answer = readAnswer(status, contentType, retryAfter === null ? null : String(retryAfter), body);
      const verdict = await judge(answer, { id, kiosk, sequence, hash: sent.hash }, this.#receipts);
      if (verdict.kind === 'delivered') sent.receipt = body;
      return verdict;
    } catch {
      return { kind: 'unreachable' };
    } finally {
      poster.close();
    }
  }
}
