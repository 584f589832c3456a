import { openDatabase } from '../../server/database/database.ts';
import type { Engine } from '../../server/database/engine.ts';
import { type Child, startChild } from './harness/child.ts';
import { figureOf } from './harness/figure.ts';
import { storm as breakLoose } from './harness/kiosks.ts';
import { engineNames, engines, type Place } from './harness/places.ts';
import { inTurn } from './harness/rounds.ts';
import type { Bench, Sealed, Workshop } from './harness/workshop.ts';
import { ingestItems, measureIngest } from './ingest.ts';

/** Throws unless every item is there exactly once, with one leaf, and nobody was accused of anything. */
async function assertAllOnce(place: Place, count: number): Promise<void> {
  const { read, close } = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  const rows = async (table: 'intake' | 'intake_conflict' | 'irregularity') => {
    const { total } = await read
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  };
  try {
    const { leaves } = await read
      .selectFrom('log_entry')
      .select(eb => eb.fn.countAll<number>().as('leaves'))
      .where('entry', 'like', '%"kind":"received"%')
      .executeTakeFirstOrThrow();
    const found = [await rows('intake'), leaves, await rows('intake_conflict'), await rows('irregularity')];
    if (found.join() !== [count, count, 0, 0].join())
      throw new Error(`${found.join(', ')} items, leaves, conflicts, irregularities; sent were ${count}`);
  } finally {
    await close();
  }
}

/**
 * One storm on a server of its own; resolves with items per second until the last receipt. `before` and
 * `after` may look at the server meanwhile. Throws unless all is there, once.
 */
export async function measureStorm(
  sealed: Sealed,
  engine: Engine,
  seed: number,
  { before, after }: { before?: Look; after?: Look } = {},
): Promise<number> {
  const place = await sealed.places.copy(engine);
  const count = sealed.outboxes.reduce((sum, { items }) => sum + items.length, 0);
  try {
    const child = await startChild('serve.ts', place);
    try {
      await before?.(child);
      const seconds = await breakLoose(child.port, sealed.outboxes, seed);
      await after?.(child);
      return count / seconds;
    } finally {
      await child.kill();
      await assertAllOnce(place, count);
    }
  } finally {
    await place.remove();
  }
}

type Look = (child: Child) => Promise<void>;

async function measureEngine(engine: Engine, workshop: Workshop, sealed: Sealed): Promise<void> {
  const { quick, rounds } = workshop;
  let seed = 0;
  const pairs = await inTurn(
    rounds,
    () => measureIngest(sealed, engine, ingestItems(workshop, sealed)),
    () => measureStorm(sealed, engine, ++seed),
  );
  const kiosks = sealed.outboxes.length;
  workshop.report(
    figureOf(
      {
        bench: 'storm',
        case: engineNames[engine],
        unit: 'items/s',
        // The first try comes within a second: with few items that second is most of the time.
        goal: quick ? null : { of: 'ratio', better: 'more', must: 0.7, aim: null },
        note: `${kiosks} kiosks × ${sealed.outboxes[0]?.items.length ?? 0} items, one answer in ten cut off, all in once; floor: ingest`,
      },
      pairs,
    ),
  );
}

/** Every kiosk of the country's largest prisons comes back after a blackout, at once, with a full outbox. */
export const storm: Bench = {
  name: 'storm',
  async run(workshop) {
    const sealed = await workshop.sealed();
    for (const engine of engines) await measureEngine(engine, workshop, sealed);
  },
};
