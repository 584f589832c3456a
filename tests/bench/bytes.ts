import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { figureOf, type Goal } from './harness/figure.ts';
import { timeToPaint, watchFirst } from './harness/screen/paint.ts';
import { openStage } from './harness/screen/stage.ts';
import type { Bench, Workshop } from './harness/workshop.ts';

const built = join(import.meta.dirname, '..', '..', 'dist', 'kiosk');
const kilobyte = 1_000;

/** Runs in the page: paths of the code and style that it has loaded so far. */
function loadedPaths(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter(path => /\.(js|css)$/.test(path));
}

function gzippedOf(paths: readonly string[]): number {
  const files = new Set(['/index.html', ...paths]);
  return [...files]
    .map(path => gzipSync(readFileSync(join(built, path)), { level: 9 }).length / kilobyte)
    .reduce((sum, size) => sum + size, 0);
}

/** What stands in the kiosk's list of its build, all that its worker keeps: speech, and the rest. */
function precached(): { speech: number; rest: number } {
  const { files } = JSON.parse(readFileSync(join(built, 'build.json'), 'utf8')) as {
    files: { url: string; bytes: number }[];
  };
  const { speech = [], rest = [] } = Object.groupBy(files, ({ url }) =>
    url.startsWith('/assets/speech-') ? 'speech' : 'rest',
  );
  const size = (some: typeof files) => some.reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte;
  return { speech: size(speech), rest: size(rest) };
}

async function visit(page: Page, origin: string): Promise<{ first: number; all: number }> {
  await timeToPaint(page, origin);
  await page.getByText('Connected').waitFor();
  const first = await page.evaluate(() => (globalThis as unknown as { loadedFirst: string[] }).loadedFirst);
  return { first: gzippedOf(first), all: gzippedOf(await page.evaluate(loadedPaths)) };
}

function tell({ report }: Workshop, name: string, goal: Goal | null, note: string, sizes: readonly number[]) {
  report(
    figureOf(
      { bench: 'bytes', case: name, unit: 'kB', goal, note },
      sizes.map(figure => ({ figure, floor: null })),
    ),
  );
}

/** What a kiosk has to load; the one bench whose bound every machine holds alike. */
export const bytes: Bench = {
  name: 'bytes',
  holds: true,
  async run(workshop) {
    const stage = await openStage();
    try {
      const page = await (await stage.newBrowser()).open();
      await watchFirst(page, '.k-tile');
      await page.addInitScript(() => {
        // Not only what it shows with, also what makes it live.
        addEventListener('sauti-live', () => {
          const loadedFirst = performance
            .getEntriesByType('resource')
            .map(({ name }) => new URL(name).pathname)
            .filter(path => /\.(js|css)$/.test(path));
          Object.assign(globalThis, { loadedFirst });
        });
      });
      const visits: Awaited<ReturnType<typeof visit>>[] = [];
      for (let round = 0; round < workshop.rounds; round += 1)
        visits.push(await visit(page, stage.server.origin));
      tell(
        workshop,
        'first screen',
        { of: 'figure', better: 'less', must: 75, aim: 60 },
        'gzip; script, style and page that are loaded when the app has taken over the first screen',
        visits.map(({ first }) => first),
      );
      tell(
        workshop,
        'first screen and what follows it by itself',
        null,
        'gzip; the other screens, the store and the sealing, fetched after the first tile is painted',
        visits.map(({ all }) => all),
      );
      tell(
        workshop,
        'all that is precached',
        { of: 'figure', better: 'less', must: 2_000, aim: null },
        'as it lies there, not compressed: script, style, pictures, type and reading pages of both languages; no speech',
        visits.map(() => precached().rest),
      );
      tell(
        workshop,
        'speech',
        null,
        'as it lies there: the engine and the voices of three languages, loaded when the kiosk is idle or somebody listens',
        visits.map(() => precached().speech),
      );
    } finally {
      await stage.close();
    }
  },
};
