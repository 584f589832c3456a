import { classes } from './classes.ts';
import { runAmongOwnMounts } from './harness/mounts.ts';
import { beginRun, countOf, type Form, keep, readRun, writeDocument } from './harness/results.ts';
import {
  type FaultClass,
  nothing,
  type Outcome,
  type PlantedBug,
  passed,
  type Run,
  type Tally,
} from './harness/tally.ts';
import { plantedBugs } from './planted.ts';

/**
 * npm run faults [-- --long --minutes N CLASS…]: breaks things on purpose, and says in one JSON line what
 * each class came to; then plants bugs to prove that the classes see them. The short form takes some minutes; the
 * long one makes the figures of docs/reliability.md, with `--minutes` no class beginning another try after so long.
 * `--write-doc` runs nothing and writes the last long runs into the document. Closes with `N passed, N failed`.
 */
interface Asked {
  readonly form: Form;
  /** After so long no class begins another try. */
  readonly minutes: number;
  readonly things: readonly (FaultClass | PlantedBug)[];
}

const nameOf = (thing: FaultClass | PlantedBug): string => ('fault' in thing ? thing.fault : thing.name);
const all: readonly (FaultClass | PlantedBug)[] = [...classes, ...plantedBugs];

function readArguments(args: readonly string[]): Asked {
  const at = args.indexOf('--minutes');
  const minutes = at < 0 ? Number.POSITIVE_INFINITY : Number(args[at + 1]);
  if (!(minutes > 0)) throw new RangeError('--minutes needs a number');
  const names = args.filter((argument, index) => !argument.startsWith('--') && (at < 0 || index !== at + 1));
  const unknown = names.find(name => !all.some(thing => nameOf(thing) === name));
  if (unknown) throw new RangeError(`no class of faults and no planted bug is called ${unknown}`);
  return {
    // npm has a flag of that name itself: without `--` before it npm keeps it.
    form: args.includes('--long') || process.env.npm_config_long === 'true' ? 'long' : 'short',
    minutes,
    things: all.filter(thing => names.length === 0 || names.includes(nameOf(thing))),
  };
}

/** What went wrong in the class itself is a failure of it. */
async function tallyOf(thing: FaultClass | PlantedBug, run: Run): Promise<Tally> {
  try {
    return await thing.run(run);
  } catch (error) {
    console.error(`${nameOf(thing)}:`, error);
    return nothing;
  }
}

/** 0, 1, 2 … up to so many, or until the time is up; the first one always. */
function* upTo(count: number, givenUpAt: number): Generator<number> {
  for (let next = 0; next < count && (next === 0 || performance.now() < givenUpAt); next += 1) yield next;
}

async function runOne(thing: FaultClass | PlantedBug, { form, minutes }: Asked): Promise<Outcome> {
  const long = form === 'long';
  const isClass = 'fault' in thing;
  const givenUpAt = performance.now() + minutes * 60_000;
  const run: Run = {
    long,
    count: (short, many) => (long ? many : short),
    tries: (short, many) => upTo(long ? many : short, givenUpAt),
    // What is wrong where a bug was planted is as it should be.
    note: text => isClass && console.error(`${nameOf(thing)}: ${text}`),
    // Longer than any wait of a kiosk; what a planted bug took away never comes.
    silenceMs: isClass ? (long ? 240_000 : 90_000) : 20_000,
  };
  const tally = await tallyOf(thing, run);
  if (isClass) return { fault: thing.fault, tally };
  // A class that could not even be tried has seen nothing.
  return { planted: thing.name, seen: { ...tally, seen: tally.tries > 0 && !passed(tally) } };
}

/** Chance is a part of every class: none of its tries may have met the fault. That shows nothing, either way. */
const cameToNothing = (outcome: Outcome): boolean =>
  'fault' in outcome &&
  outcome.tally.tries === 0 &&
  outcome.tally.lost + outcome.tally.duplicated + outcome.tally.damaged === 0;

async function runLane(things: Asked['things'], asked: Asked): Promise<void> {
  for (const thing of things) {
    const hindrance = thing.hindrance?.() ?? null;
    if (hindrance !== null) {
      console.error(`${nameOf(thing)} was not tried: ${hindrance}.`);
      continue;
    }
    const begun = performance.now();
    let outcome = await runOne(thing, asked);
    if (cameToNothing(outcome)) {
      console.error(`${nameOf(thing)} met nothing of what it is about, and is tried once more.`);
      outcome = await runOne(thing, asked);
    }
    keep(asked.form, outcome, (performance.now() - begun) / 1000);
    console.log(
      JSON.stringify(
        'fault' in outcome
          ? { fault: outcome.fault, ...outcome.tally }
          : { planted: outcome.planted, ...outcome.seen },
      ),
    );
  }
}

async function runAll(asked: Asked): Promise<boolean> {
  beginRun(asked.form);
  const lanes = Map.groupBy(asked.things, ({ lane }) => lane ?? 'server');
  await Promise.all([...lanes.values()].map(things => runLane(things, asked)));
  const { passed: good, failed } = countOf(readRun(asked.form));
  console.log(`${good} passed, ${failed} failed`);
  return good > 0 && failed === 0;
}

const args = process.argv.slice(2);
if (args.includes('--write-doc')) {
  writeDocument(all.map(nameOf));
  process.exit(0);
}
const code = await runAmongOwnMounts();
if (code !== null) process.exit(code);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.exit((await runAll(readArguments(args))) ? 0 : 1);
