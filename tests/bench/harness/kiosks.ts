import { setTimeout } from 'node:timers/promises';
import { retryDelay } from '../../../kiosk/sync/back-off.ts';
import type { Receipt } from '../../../shared/submission/schema.ts';
import { chances } from './chance.ts';
import type { Outbox, WaitingItem } from './items.ts';
import { Line, type Reply } from './line.ts';

/** One in ten answers never arrives. */
const cutShare = 0.1;

/**
 * All kiosks come back at once and empty their outboxes, each one item after another, with the kiosk's own
 * back-off: the first try within a second, doubling, full jitter, `Retry-After` honoured. Resolves with the
 * seconds until the last receipt.
 */
export async function storm(port: number, outboxes: readonly Outbox[], seed: number): Promise<number> {
  const chance = chances(seed);
  const cut = () => chance() < cutShare;
  const from = performance.now();
  await Promise.all(
    outboxes.map(async ({ items }) => {
      const line = new Line(port);
      await setTimeout(retryDelay(1, null));
      for (const item of items) await deliver(line, item, cut);
      line.close();
    }),
  );
  return (performance.now() - from) / 1_000;
}

/** Tries until the receipt is there. Throws if the server will never take it. */
async function deliver(line: Line, item: WaitingItem, cut: () => boolean): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const reply = await line.send(item.request, cut()).catch(() => null);
    if (reply?.status === 200) return assertReceipt(reply, item);
    if (reply && reply.status !== 503) throw new Error(`refused: ${reply.status} ${reply.body}`);
    await setTimeout(retryDelay(tries, reply?.retryAfter ?? null));
  }
}

function assertReceipt({ body }: Reply, { id, hash }: WaitingItem): void {
  const receipt = JSON.parse(body) as Receipt;
  if (receipt.id !== id || receipt.hash !== hash) throw new Error(`a receipt for something else: ${body}`);
}
