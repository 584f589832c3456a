import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../server/database/engine.ts';
import { openKeys } from '../../../server/keys.ts';
import type { Figure } from './figure.ts';
import { fillRegister } from './fill-register.ts';
import { type Outbox, sealOutboxes } from './items.ts';
import { engineNames, makePlaces, type Place, type Places } from './places.ts';
import { fillPrison, makePlan, type Plan } from './prison.ts';

/** What the benches of the server share: one prison with its kiosks, on both engines. */
export interface Ground {
  readonly plan: Plan;
  readonly places: Places;
}

/** The same with what waits at the kiosks. */
export interface Sealed extends Ground {
  readonly outboxes: readonly Outbox[];
}

export interface Workshop {
  /** The short form: the same ways, fewer of everything. */
  readonly quick: boolean;
  readonly rounds: number;
  ground(): Promise<Ground>;
  /** Made at the first call; sealing takes a while and is no part of any figure. */
  sealed(): Promise<Sealed>;
  /** A register of so many submissions; the same place at every call, and gone with the workshop. */
  register(engine: Engine, count: number): Promise<Place>;
  /** Tells of a figure as soon as it is there. */
  report(figure: Figure): void;
  say(sentence: string): void;
  close(): Promise<void>;
}

export interface Bench {
  readonly name: string;
  /** Its bounds do not depend on the machine: a run that misses one has failed. */
  readonly holds?: boolean;
  run(workshop: Workshop): Promise<void>;
}

export interface WorkshopOptions {
  readonly quick: boolean;
  /** Null for as many as the form has: three of the short one, five of the full one. */
  readonly rounds: number | null;
  readonly report: (figure: Figure) => void;
}

const sizes = {
  quick: { kiosks: 200, perKiosk: 15, rounds: 3 },
  full: { kiosks: 2_000, perKiosk: 20, rounds: 5 },
} as const;

/** A value that is made when it is first asked for. */
function once<T>(make: () => Promise<T>): { (): Promise<T>; readonly made: () => Promise<T> | null } {
  let made: Promise<T> | null = null;
  return Object.assign(
    () => {
      made ??= make();
      return made;
    },
    { made: () => made },
  );
}

export function openWorkshop({ quick, rounds, report }: WorkshopOptions): Workshop {
  const size = quick ? sizes.quick : sizes.full;
  const say = (sentence: string) => console.error(sentence);
  const ground = once(async () => {
    const keysIn = await mkdtemp(join(tmpdir(), 'sauti-bench-keys-'));
    const plan = await makePlan(size.kiosks);
    const keys = await openKeys(keysIn);
    return { plan, keys, keysIn, places: await makePlaces(keysIn, db => fillPrison(db, plan)) };
  });
  const sealed = once(async () => {
    const { plan, keys, places } = await ground();
    say(`Sealing ${size.kiosks * size.perKiosk} items at ${size.kiosks} kiosks …`);
    return { plan, places, outboxes: await sealOutboxes(plan, keys, size.perKiosk) };
  });
  const registers = new Map<string, Promise<Place>>();
  async function makeRegister(engine: Engine, count: number): Promise<Place> {
    const { plan, places } = await ground();
    const place = await places.copy(engine);
    say(`Writing a register of ${count.toLocaleString('en')} into ${engineNames[engine]} …`);
    await fillRegister(place, plan, count);
    return place;
  }
  return {
    quick,
    rounds: rounds ?? size.rounds,
    ground,
    sealed,
    register(engine, count) {
      const key = `${engine} ${count}`;
      const made = registers.get(key) ?? makeRegister(engine, count);
      registers.set(key, made);
      return made;
    },
    report,
    say,
    async close() {
      const made = await ground.made();
      if (!made) return;
      for (const place of await Promise.allSettled(registers.values()))
        if (place.status === 'fulfilled') await place.value.remove();
      await made.places.close();
      await rm(made.keysIn, { recursive: true, force: true });
    },
  };
}
