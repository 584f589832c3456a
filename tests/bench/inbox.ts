import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '../../server/database/database.ts';
import type { Engine } from '../../server/database/engine.ts';
import { countCases } from '../../server/queries/case-counts.ts';
import { type ListName, listCases } from '../../server/queries/case-list.ts';
import { searchCases } from '../../server/queries/case-search.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { chances } from './harness/chance.ts';
import { figureOf, type Goal, percentile, rounded } from './harness/figure.ts';
import { engineNames, engines } from './harness/places.ts';
import type { Plan } from './harness/prison.ts';
import { dueAfterDays, officers, perDay, registerToday } from './harness/register.ts';
import { inTurn } from './harness/rounds.ts';
import { twoWords } from './harness/words.ts';
import type { Bench, Workshop } from './harness/workshop.ts';

/** The largest register is the one that the goals are about. */
export const registerSizes = { quick: [10_000], full: [10_000, 100_000, 1_000_000] } as const;
const asked = { quick: 40, full: 200 } as const;
const goals: Readonly<Record<Engine, Goal>> = {
  sqlite: { of: 'figure', better: 'less', must: 15, aim: 5 },
  postgres: { of: 'figure', better: 'less', must: 25, aim: 10 },
};

/** A register, and whoever looks into it. */
interface Scene {
  readonly database: Database;
  readonly count: number;
  readonly plan: Plan;
  readonly head: Reader;
  readonly kitchen: Reader;
  readonly chance: () => number;
}

type Question = (scene: Scene) => Promise<unknown>;

const limit = 50;
const everything = { kind: null, wing: null, alike: null } as const;

const page = ({ database }: Scene, reader: Reader, list: ListName, after: number | null) =>
  listCases(database.read, reader, list, everything, {
    limit,
    after: after === null ? null : { dueOn: '', number: after, prisonId: reader.prisonId ?? '' },
  });

const questions: Readonly<Record<string, Question>> = {
  'first page': scene => page(scene, scene.head, 'open', null),
  'first page of a unit': scene => page(scene, scene.kitchen, 'open', null),
  'deep page of the open': ({ database, head, count, chance, plan }) =>
    listCases(database.read, head, 'open', everything, {
      limit,
      // Half way down: what came ten days ago.
      after: {
        dueOn: Temporal.PlainDate.from(registerToday)
          .add({ days: dueAfterDays - 10 })
          .toString(),
        number: count - Math.floor(perDay * (10 + chance())),
        prisonId: plan.prisonId,
      },
    }),
  'deep page of the finished': scene =>
    page(scene, scene.head, 'finished', 1 + Math.floor(scene.chance() * scene.count)),
  'search of two words': ({ database, head, chance }) =>
    searchCases(
      database,
      head,
      { words: twoWords(chance), list: null, filter: everything },
      { limit, after: null },
    ),
  'counts by wing and kind': ({ database, head }) => countCases(database.read, head, registerToday),
};

const lookUp: Question = ({ database, plan, count, chance }) =>
  database.read
    .selectFrom('submission')
    .select('id')
    .where('prison_id', '=', plan.prisonId)
    .where('number', '=', 1 + Math.floor(chance() * count))
    .execute();

/** Asks one at a time; resolves with the milliseconds of each. */
async function timesOf(scene: Scene, question: Question, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = performance.now();
    await question(scene);
    taken.push(performance.now() - from);
  }
  return taken;
}

/** p50 by question and size, so that the growth can be named. */
type Middles = Map<string, Map<number, number>>;

/** How the middle time grows with the register: the exponent of rows^x, in words. */
function growthOf(middles: ReadonlyMap<number, number> | undefined): string {
  const [[rows, first] = [1, 1]] = middles ?? [];
  const [moreRows, last] = [...(middles ?? [])].at(-1) ?? [1, 1];
  if (moreRows === rows) return '';
  const exponent = Math.log(last / first) / Math.log(moreRows / rows);
  const name = exponent < 0.1 ? 'hardly grows' : exponent < 0.6 ? 'grows slowly' : 'grows with the rows';
  return `; ×${rounded(last / first)} for ${moreRows / rows} times the rows: ${name}`;
}

async function ask(workshop: Workshop, scene: Scene, name: string, middles: Middles): Promise<void> {
  const question = questions[name];
  if (!question) throw new Error(`no question is called ${name}`);
  const times = workshop.quick ? asked.quick : asked.full;
  await timesOf(scene, question, times / 4);
  const middle: number[] = [];
  const pairs = await inTurn(
    workshop.rounds,
    async () => percentile(await timesOf(scene, lookUp, times), 0.99),
    async () => {
      const taken = await timesOf(scene, question, times);
      middle.push(percentile(taken, 0.5));
      return percentile(taken, 0.99);
    },
  );
  const p50 = percentile(middle, 0.5);
  const ofQuestion = middles.get(name) ?? new Map<number, number>();
  middles.set(name, ofQuestion.set(scene.count, p50));
  const { engine } = scene.database;
  workshop.report(
    figureOf(
      {
        bench: 'inbox',
        case: `${engineNames[engine]}, ${scene.count.toLocaleString('en')}: ${name}`,
        unit: 'ms, p99',
        goal: scene.count === 1_000_000 ? goals[engine] : null,
        note: `p50 ${rounded(p50)} ms; floor: one indexed lookup, p99${growthOf(ofQuestion)}`,
      },
      pairs,
    ),
  );
}

function sceneOf(database: Database, plan: Plan, count: number): Scene {
  // Some are named in cases, so that they are kept from those and from what stands under them.
  const [superior = '', head = ''] = officers;
  const here = { prisonId: plan.prisonId, wingId: null };
  return {
    database,
    plan,
    count,
    chance: chances(count),
    head: { ...here, id: head, role: 'officer-in-charge', unit: null, superiors: [superior] },
    kitchen: {
      ...here,
      id: randomUUID(),
      role: 'unit-officer',
      unit: 'kitchen',
      superiors: [head, superior],
    },
  };
}

async function measure(
  engine: Engine,
  count: number,
  workshop: Workshop,
  plan: Plan,
  middles: Middles,
): Promise<void> {
  const place = await workshop.register(engine, count);
  const database = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  try {
    const scene = sceneOf(database, plan, count);
    for (const name of Object.keys(questions)) await ask(workshop, scene, name, middles);
  } finally {
    await database.close();
  }
}

/** The officers' list, search and counts, with a register that has been kept for years. */
export const inbox: Bench = {
  name: 'inbox',
  async run(workshop) {
    const { plan } = await workshop.ground();
    for (const engine of engines) {
      const middles: Middles = new Map();
      for (const count of workshop.quick ? registerSizes.quick : registerSizes.full)
        await measure(engine, count, workshop, plan, middles);
    }
  },
};
