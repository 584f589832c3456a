import type { Figure } from './harness/figure.ts';
import { keepRun, writeDocument } from './harness/results.ts';
import { type Bench, openWorkshop } from './harness/workshop.ts';
import { inbox } from './inbox.ts';
import { ingest } from './ingest.ts';
import { memory } from './memory.ts';
import { open } from './open.ts';
import { storm } from './storm.ts';

/**
 * `npm run bench -- NAME…` (no name: all): one JSON line per figure, each beside its floor. `--quick` is the
 * short form; `--write-doc` runs nothing and writes the last full run into docs/performance.md.
 */
const benches: readonly Bench[] = [ingest, open, storm, inbox, memory];

async function run(names: readonly string[], quick: boolean): Promise<void> {
  const unknown = names.find(name => !benches.some(bench => bench.name === name));
  if (unknown !== undefined)
    throw new Error(
      `no bench is called ${unknown}; there are ${benches.map(bench => bench.name).join(', ')}`,
    );
  const figures: Figure[] = [];
  const workshop = openWorkshop({
    quick,
    report(figure) {
      figures.push(figure);
      console.log(JSON.stringify(figure));
    },
  });
  try {
    for (const bench of benches)
      if (names.length === 0 || names.includes(bench.name)) await bench.run(workshop);
    keepRun(quick, figures);
  } finally {
    await workshop.close();
  }
}

const args = process.argv.slice(2);
if (args.includes('--write-doc')) writeDocument(benches.map(bench => bench.name));
else
  await run(
    args.filter(arg => !arg.startsWith('--')),
    args.includes('--quick'),
  );
