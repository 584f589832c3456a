import { largestBatch } from '../queries/intake.ts';
import type { CheckedItem, Taken } from './item.ts';

interface Waiting {
  readonly item: CheckedItem;
  readonly resolve: (taken: Taken) => void;
  readonly reject: (error: unknown) => void;
}

/** How long a commit waits for items that are still being checked, in milliseconds. */
const longestGatherMs = 20;

/** One prison's items on their way to the disk: one commit after another, each with all that has come meanwhile. */
export class Lane {
  readonly #commit: (items: readonly CheckedItem[]) => Promise<readonly Taken[]>;
  readonly #waiting: Waiting[] = [];
  #came = 0;
  #checked = 0;
  #running = false;
  #gathering: { readonly until: number; readonly done: () => void } | null = null;

  constructor(commit: (items: readonly CheckedItem[]) => Promise<readonly Taken[]>) {
    this.#commit = commit;
  }

  /** Rejects with what `check` throws, or with the store's refusal. */
  take(check: () => Promise<CheckedItem>): Promise<Taken> {
    return new Promise((resolve, reject) => {
      this.#came += 1;
      check()
        .then(item => void this.#waiting.push({ item, resolve, reject }), reject)
        .then(() => this.#noteChecked());
    });
  }

  #noteChecked(): void {
    this.#checked += 1;
    if (this.#gathering && this.#checked >= this.#gathering.until) this.#gathering.done();
    if (!this.#running && this.#waiting.length > 0) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#commitBatch(this.#waiting.splice(0, largestBatch));
    }
    this.#running = false;
  }

  /** Waits for those that came before now and are still being checked: a commit costs the same for one as for fifty. */
  async #gather(): Promise<void> {
    const until = this.#came;
    if (this.#checked >= until || this.#waiting.length >= largestBatch) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, longestGatherMs);
      this.#gathering = {
        until,
        done() {
          clearTimeout(timer);
          resolve();
        },
      };
    });
    this.#gathering = null;
  }

  async #commitBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#commit(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const taken = results[index];
        if (taken) resolve(taken);
        else reject(new Error('the batch answered fewer items than it was given'));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
