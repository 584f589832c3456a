import { bootBench } from './boot.ts';
import { bytes } from './bytes.ts';
import { type Figure, verdictOf } from './harness/figure.ts';
import { keepRun, writeDocument } from './harness/results.ts';
import { type Bench, openWorkshop } from './harness/workshop.ts';
import { inbox } from './inbox.ts';
import { ingest } from './ingest.ts';
import { memory } from './memory.ts';
import { open } from './open.ts';
import { panel } from './panel.ts';
import { seal } from './seal.ts';
import { speech } from './speech.ts';
import { storm } from './storm.ts';
import { taps } from './taps.ts';

/**
 * `npm run bench -- NAME…` (no name: all): one JSON line per figure, each beside its floor. `--quick` is the
 * short form, `--rounds=5` sets how often everything is measured; `--write-doc` runs nothing and writes the last run
 * into docs/performance.md.
 */
const benches: readonly Bench[] = [
  bootBench,
  bytes,
  taps,
  seal,
  speech,
  ingest,
  open,
  storm,
  inbox,
  panel,
  memory,
];

async function run(names: readonly string[], quick: boolean, rounds: number | null): Promise<void> {
  const unknown = names.find(name => !benches.some(bench => bench.name === name));
  if (unknown !== undefined)
    throw new Error(
      `no bench is called ${unknown}; there are ${benches.map(bench => bench.name).join(', ')}`,
    );
  const figures: Figure[] = [];
  const workshop = openWorkshop({
    quick,
    rounds,
    report(figure) {
      figures.push(figure);
      console.log(JSON.stringify(figure));
    },
  });
  const asked = benches.filter(({ name }) => names.length === 0 || names.includes(name));
  try {
    for (const bench of asked) {
      await bench.run(workshop);
      // After each one: a long run that breaks off has not been for nothing.
      keepRun({ quick, asked: asked.map(({ name }) => name), figures });
    }
  } finally {
    await workshop.close();
  }
  for (const figure of figures)
    if (verdictOf(figure) === 'missed' && asked.some(bench => bench.holds && bench.name === figure.bench)) {
      console.error(`${figure.bench}, ${figure.case}: the bound that holds on every machine is missed`);
      process.exitCode = 1;
    }
}

const args = process.argv.slice(2);
if (args.includes('--write-doc')) writeDocument(benches.map(bench => bench.name));
else
  await run(
    args.filter(arg => !arg.startsWith('--')),
    args.includes('--quick'),
    Number(args.find(arg => arg.startsWith('--rounds='))?.slice('--rounds='.length)) || null,
  );
