import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../../server/keys.ts';
import type { Figure } from './figure.ts';
import { type Outbox, sealOutboxes } from './items.ts';
import { makePlaces, type Places } from './places.ts';
import { fillPrison, makePlan, type Plan } from './prison.ts';

/** What the benches of the server share: one prison, its kiosks with their sealed items, both engines. */
export interface Sealed {
  readonly plan: Plan;
  readonly outboxes: readonly Outbox[];
  readonly places: Places;
}

export interface Workshop {
  /** The short form: the same ways, fewer of everything. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Made at the first call; sealing takes a while and is no part of any figure. */
  sealed(): Promise<Sealed>;
  /** Tells of a figure as soon as it is there. */
  report(figure: Figure): void;
  say(sentence: string): void;
  close(): Promise<void>;
}

export interface Bench {
  readonly name: string;
  run(workshop: Workshop): Promise<void>;
}

export interface WorkshopOptions {
  readonly quick: boolean;
  readonly report: (figure: Figure) => void;
}

const sizes = {
  quick: { kiosks: 200, perKiosk: 15, rounds: 3 },
  full: { kiosks: 2_000, perKiosk: 20, rounds: 5 },
} as const;

export function openWorkshop({ quick, report }: WorkshopOptions): Workshop {
  const size = quick ? sizes.quick : sizes.full;
  const say = (sentence: string) => console.error(sentence);
  let made: Promise<Sealed & { readonly keys: string }> | null = null;

  async function make() {
    const keys = await mkdtemp(join(tmpdir(), 'sauti-bench-keys-'));
    const plan = await makePlan(size.kiosks);
    say(`Sealing ${size.kiosks * size.perKiosk} items at ${size.kiosks} kiosks …`);
    const outboxes = await sealOutboxes(plan, await openKeys(keys), size.perKiosk);
    return { plan, outboxes, keys, places: await makePlaces(keys, database => fillPrison(database, plan)) };
  }

  return {
    quick,
    rounds: size.rounds,
    sealed() {
      made ??= make();
      return made;
    },
    report,
    say,
    async close() {
      const sealed = await made;
      if (!sealed) return;
      await sealed.places.close();
      await rm(sealed.keys, { recursive: true, force: true });
    },
  };
}
