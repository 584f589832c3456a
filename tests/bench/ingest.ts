import type { Engine } from '../../server/database/engine.ts';
import { type Child, startChild } from './harness/child.ts';
import { figureOf } from './harness/figure.ts';
import { mixed, type WaitingItem } from './harness/items.ts';
import { Line } from './harness/line.ts';
import { engineNames, engines, type Place } from './harness/places.ts';
import { inTurn } from './harness/rounds.ts';
import type { Bench, Sealed, Workshop } from './harness/workshop.ts';

const connections = 50;

/** Some before the clock starts, so that both servers' code is compiled. */
const counts = { quick: { warm: 800, timed: 2_000 }, full: { warm: 4_000, timed: 12_000 } } as const;

/** Posts the items over 50 kept-alive connections; resolves with items per second. Throws on any refusal. */
async function postAll(port: number, items: readonly WaitingItem[]): Promise<number> {
  const lines = Array.from({ length: connections }, () => new Line(port));
  let next = 0;
  const from = performance.now();
  await Promise.all(
    lines.map(async line => {
      for (let item = items[next++]; item; item = items[next++]) {
        const { status, body } = await line.send(item.request);
        if (status !== 200 || !body.includes(item.id)) throw new Error(`refused: ${status} ${body}`);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1_000;
  for (const line of lines) line.close();
  return items.length / seconds;
}

interface Items {
  readonly warm: readonly WaitingItem[];
  readonly timed: readonly WaitingItem[];
}

/** The items of one round; the same in every round, because every round has a server and a store of its own. */
export function ingestItems({ quick }: Workshop, { outboxes }: Sealed): Items {
  const items = mixed(outboxes);
  const { warm, timed } = quick ? counts.quick : counts.full;
  return { warm: items.slice(0, warm), timed: items.slice(warm, warm + timed) };
}

async function measure(place: Place, file: string, { warm, timed }: Items): Promise<number> {
  const child: Child = await startChild(file, place);
  try {
    await postAll(child.port, warm);
    return await postAll(child.port, timed);
  } finally {
    await child.kill();
    await place.remove();
  }
}

/** Ours, in items per second. */
export async function measureIngest(sealed: Sealed, engine: Engine, items: Items): Promise<number> {
  return measure(await sealed.places.copy(engine), 'serve.ts', items);
}

async function measureEngine(engine: Engine, workshop: Workshop, sealed: Sealed): Promise<void> {
  const items = ingestItems(workshop, sealed);
  const pairs = await inTurn(
    workshop.rounds,
    async () => measure(await sealed.places.empty(engine), '../floors/ingest.ts', items),
    () => measureIngest(sealed, engine, items),
  );
  workshop.report(
    figureOf(
      {
        bench: 'ingest',
        case: engineNames[engine],
        unit: 'items/s',
        goal: { of: 'ratio', better: 'more', must: 0.3, aim: 0.6 },
        note: `${connections} connections; floor: Fastify, one signature, one-row group commit`,
      },
      pairs,
    ),
  );
}

/** Sealed items taken per second: checked, logged, durable, signed receipt back. */
export const ingest: Bench = {
  name: 'ingest',
  async run(workshop) {
    const sealed = await workshop.sealed();
    for (const engine of engines) await measureEngine(engine, workshop, sealed);
  },
};
