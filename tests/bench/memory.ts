import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../server/database/database.ts';
import type { Engine } from '../../server/database/engine.ts';
import { staffCookie } from '../../server/http/access.ts';
import { insertStaff, insertStaffSession } from '../../server/queries/staff.ts';
import { makeToken } from '../../server/secrets.ts';
import { chances } from './harness/chance.ts';
import { type Child, startChild } from './harness/child.ts';
import { figureOf, type Goal, type Pair } from './harness/figure.ts';
import { getOf, Line } from './harness/line.ts';
import { engineNames, engines, type Place } from './harness/places.ts';
import { inTurn } from './harness/rounds.ts';
import { twoWords } from './harness/words.ts';
import type { Bench, Workshop } from './harness/workshop.ts';
import { registerSizes } from './inbox.ts';
import { kioskMemory } from './kiosk-memory.ts';
import { measureStorm } from './storm.ts';

const goal: Goal = { of: 'figure', better: 'less', must: 250, aim: null };
const megabytes = async (child: Child) => (await child.memory()) / 1e6;
/** Until the first turn of the work behind is over. */
const restMs = 1_500;
const questions = { quick: 40, full: 400 } as const;

function report(workshop: Workshop, engine: Engine, name: string, note: string, pairs: readonly Pair[]) {
  const label = { bench: 'memory', unit: 'MB', goal, note: `resident; floor: the same server idle${note}` };
  workshop.report(figureOf({ ...label, case: `${engineNames[engine]}: ${name}` }, pairs));
}

async function afterStorm(engine: Engine, workshop: Workshop): Promise<void> {
  const sealed = await workshop.sealed();
  const pairs: Pair[] = [];
  for (let round = 1; round <= workshop.rounds; round += 1) {
    let floor = 0;
    let figure = 0;
    await measureStorm(sealed, engine, round, {
      before: async child => {
        await setTimeout(restMs);
        floor = await megabytes(child);
      },
      after: async child => {
        figure = await megabytes(child);
      },
    });
    pairs.push({ floor, figure });
  }
  report(workshop, engine, 'after the storm', '', pairs);
}

/** Lets an officer in charge in, without a password: the session is put where signing in would put it. */
async function letOfficerIn(place: Place, prisonId: string): Promise<string> {
  const { write, close } = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  try {
    const now = Temporal.Now.instant();
    const token = makeToken();
    const staffId = await insertStaff(write, {
      prisonId,
      wingId: null,
      username: `officer-${token.slice(0, 8).toLowerCase()}`,
      name: 'The officer in charge',
      role: 'officer-in-charge',
      unit: null,
      superiorId: null,
      passwordHash: null,
      state: 'active',
      mustChange: false,
      at: now.toString(),
    });
    if (staffId === null) throw new Error('the officer is there already');
    const expiresAt = now.add({ hours: 10 }).toString();
    await insertStaffSession(write, { token, staffId, at: now.toString(), expiresAt });
    return `${staffCookie}=${token}`;
  } finally {
    await close();
  }
}

/** Opens lists, searches and counts as the panel does. */
async function lookAround(port: number, cookie: string, times: number, count: number): Promise<void> {
  const chance = chances(count);
  const line = new Line(port);
  const paths = () => [
    '/api/cases',
    '/api/cases/counts',
    '/api/cases?list=finished&limit=100',
    `/api/cases?search=${encodeURIComponent(twoWords(chance))}`,
    `/api/cases/${1 + Math.floor(chance() * count)}`,
  ];
  for (let time = 0; time < times; time += 1)
    for (const path of paths()) {
      const { status, body } = await line.send(getOf(path, cookie));
      // A case may be shut to this officer; everything else is his.
      if (status !== 200 && status !== 404) throw new Error(`${path}: ${status} ${body}`);
    }
  line.close();
}

async function withRegister(engine: Engine, workshop: Workshop): Promise<void> {
  const count = Math.max(...(workshop.quick ? registerSizes.quick : registerSizes.full));
  const place = await workshop.register(engine, count);
  const cookie = await letOfficerIn(place, (await workshop.ground()).plan.prisonId);
  const times = (workshop.quick ? questions.quick : questions.full) / 5;
  const measure = async (busy: boolean): Promise<number> => {
    const child = await startChild('serve.ts', place);
    try {
      await setTimeout(restMs);
      if (busy) await lookAround(child.port, cookie, times, count);
      return await megabytes(child);
    } finally {
      await child.kill();
    }
  };
  const pairs = await inTurn(
    workshop.rounds,
    () => measure(false),
    () => measure(true),
  );
  report(
    workshop,
    engine,
    `with ${count.toLocaleString('en')} rows`,
    `; after ${times * 5} questions`,
    pairs,
  );
}

/** What server and kiosk hold in memory when much has happened. */
export const memory: Bench = {
  name: 'memory',
  async run(workshop) {
    for (const engine of engines) {
      await afterStorm(engine, workshop);
      await withRegister(engine, workshop);
    }
    await kioskMemory(workshop);
  },
};
