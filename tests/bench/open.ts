import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/database.ts';
import type { Engine } from '../../server/database/engine.ts';
import type { Envelopes } from './floors/open.ts';
import { startChild } from './harness/child.ts';
import { figureOf } from './harness/figure.ts';
import { mixed, type WaitingItem } from './harness/items.ts';
import { engineNames, engines, type Place } from './harness/places.ts';
import { inTurn } from './harness/rounds.ts';
import { takeAll } from './harness/take-all.ts';
import type { Bench, Sealed, Workshop } from './harness/workshop.ts';

const counts = { quick: 600, full: 4_000 } as const;

/** Starts a process, lets it work through everything, and resolves with items per second. */
async function settled(file: string, settings: object, count: number): Promise<number> {
  const child = await startChild(file, settings);
  try {
    return count / ((await child.settle()) / 1_000);
  } finally {
    await child.kill();
  }
}

/** Throws unless every item stands in the officers' list under a name. */
async function assertListed(place: Place, count: number): Promise<void> {
  const database = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  try {
    const { listed } = await database.read
      .selectFrom('submission')
      .select(eb => eb.fn.count<number>('number').as('listed'))
      .where('identity', '=', 'named')
      .executeTakeFirstOrThrow();
    if (listed !== count) throw new Error(`${listed} of ${count} items stand in the list`);
  } finally {
    await database.close();
  }
}

async function openQueue(sealed: Sealed, full: Place, count: number): Promise<number> {
  const place = await sealed.places.copy(full.engine, full);
  try {
    const rate = await settled('serve.ts', place, count);
    await assertListed(place, count);
    return rate;
  } finally {
    await place.remove();
  }
}

async function measureEngine(
  engine: Engine,
  workshop: Workshop,
  sealed: Sealed,
  items: readonly WaitingItem[],
  envelopes: string,
): Promise<void> {
  const full = await sealed.places.copy(engine);
  try {
    await takeAll(full, items);
    const pairs = await inTurn(
      workshop.rounds,
      () => settled('../floors/open.ts', { dataDir: full.dataDir, envelopes }, items.length),
      () => openQueue(sealed, full, items.length),
    );
    workshop.report(
      figureOf(
        {
          bench: 'open',
          case: engineNames[engine],
          unit: 'items/s',
          goal: { of: 'ratio', better: 'more', must: 0.5, aim: 0.8 },
          note: 'queue to officers’ list, with passes; floor: HPKE opens both envelopes, same library',
        },
        pairs,
      ),
    );
  } finally {
    await full.remove();
  }
}

function envelopesOf({ item }: WaitingItem): Envelopes {
  const { statement, sealed, identity } = item;
  return { bound: `${statement.id}/${statement.kiosk}`, sealed, identity };
}

/** The queue behind intake: opened, checked, in the officers' list. */
export const open: Bench = {
  name: 'open',
  async run(workshop) {
    const sealed = await workshop.sealed();
    const items = mixed(sealed.outboxes).slice(0, workshop.quick ? counts.quick : counts.full);
    const folder = await mkdtemp(join(tmpdir(), 'sauti-bench-open-'));
    try {
      const envelopes = join(folder, 'envelopes.json');
      await writeFile(envelopes, JSON.stringify(items.map(envelopesOf)));
      for (const engine of engines) await measureEngine(engine, workshop, sealed, items, envelopes);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
