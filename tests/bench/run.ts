import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './harness/figure.ts';
import { type Bench, openWorkshop } from './harness/workshop.ts';
import { inbox } from './inbox.ts';
import { ingest } from './ingest.ts';
import { open } from './open.ts';
import { storm } from './storm.ts';

/** In the order in which they run; a bench that is not here does not exist. */
const benches: readonly Bench[] = [ingest, open, storm, inbox];

const results = join(import.meta.dirname, '..', '..', 'test-results');
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const names = args.filter(arg => !arg.startsWith('--'));
const figures: Figure[] = [];
mkdirSync(results, { recursive: true });
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
} finally {
  await workshop.close();
}
