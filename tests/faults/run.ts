import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classes } from './classes.ts';
import { runAmongOwnMounts } from './harness/mounts.ts';
import { type FaultClass, nothing, passed, type Result, type Run } from './harness/tally.ts';

/**
 * npm run faults [-- --long] [CLASS…]: breaks things on purpose, one class after another, and says in one JSON
 * line what each came to. The short form takes some minutes; the long one makes the figures of
 * docs/reliability.md. Closes with `N passed, N failed`.
 */
const root = join(import.meta.dirname, '..', '..');

interface Asked {
  readonly long: boolean;
  readonly classes: readonly FaultClass[];
}

function readArguments(args: readonly string[]): Asked {
  const names = args.filter(argument => !argument.startsWith('--'));
  const unknown = names.find(name => !classes.some(({ fault }) => fault === name));
  if (unknown) throw new RangeError(`no class of faults is called ${unknown}`);
  return {
    // npm has a flag of that name itself: without `--` before it npm keeps it.
    long: args.includes('--long') || process.env.npm_config_long === 'true',
    classes: classes.filter(({ fault }) => names.length === 0 || names.includes(fault)),
  };
}

async function runClass(one: FaultClass, long: boolean): Promise<Result> {
  const run: Run = {
    long,
    count: (short, many) => (long ? many : short),
    note: text => console.error(`${one.fault}: ${text}`),
  };
  try {
    return { fault: one.fault, ...(await one.run(run)) };
  } catch (error) {
    console.error(`${one.fault}:`, error);
    return { fault: one.fault, ...nothing, damaged: 1 };
  }
}

async function runAll({ long, classes: asked }: Asked): Promise<boolean> {
  const results: Result[] = [];
  for (const one of asked) {
    const hindrance = one.hindrance?.() ?? null;
    if (hindrance !== null) {
      console.error(`${one.fault} was not tried: ${hindrance}.`);
      continue;
    }
    const result = await runClass(one, long);
    results.push(result);
    console.log(JSON.stringify(result));
  }
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const form = long ? 'long' : 'short';
  writeFileSync(join(root, 'test-results', 'faults.json'), JSON.stringify({ form, results }, null, 2));
  const good = results.filter(passed).length;
  console.log(`${good} passed, ${results.length - good} failed`);
  return results.length > 0 && good === results.length;
}

const code = await runAmongOwnMounts();
if (code !== null) process.exit(code);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.exit((await runAll(readArguments(process.argv.slice(2)))) ? 0 : 1);
