import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { thisMachine } from '../../bench/harness/machine.ts';
import { liveThrough } from '../../bench/harness/screen/sessions.ts';
import { openStage } from '../../bench/harness/screen/stage.ts';
import { untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { objectBytes } from './heap.ts';
import { endsOf, isFlat, keepResult, type Result, type Sample } from './result.ts';

/**
 * `npm run sessions`: one page of the built kiosk, never loaded anew, lives through whole sessions in real Chromium
 * as fast as its screens come. What it holds is read before, on the way and after. `--count=N` (10,000 without it),
 * `--minutes=N` begins no further ones after so long, `--write-doc` keeps the result in docs/. Ends badly if it grew.
 */
const argument = (name: string) =>
  process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const asked = Number(argument('count') ?? 10_000);
const longestMs = Number(argument('minutes') ?? Number.POSITIVE_INFINITY) * 60_000;

/** Every kind of session many times: afterwards all code is here, compiled nearly as well as it ever will be. */
const warmUp = asked >= 5_000 ? 500 : 100;
const samplesInAll = asked >= 5_000 ? 20 : 4;
/** The database's library and the page's own timers let some things go only seconds later. */
const restMs = 6_000;

async function sampleOf(page: Page, sessions: number): Promise<Sample> {
  await setTimeout(restMs);
  const session = await page.context().newCDPSession(page);
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const objects = Number(((await objectBytes(session)) / 1e6).toPrecision(3));
  await session.detach();
  return { sessions, objects, heap: Number((usedSize / 1e6).toPrecision(3)), nodes, listeners };
}

async function live(page: Page): Promise<Pick<Result, 'samples' | 'minutes'>> {
  await page.evaluate(liveThrough, [0, warmUp] as const);
  const began = performance.now();
  const samples = [await sampleOf(page, 0)];
  const step = Math.max(1, Math.ceil(asked / samplesInAll));
  let done = 0;
  while (done < asked && performance.now() - began < longestMs) {
    const count = Math.min(step, asked - done);
    await page.evaluate(liveThrough, [warmUp + done, count] as const);
    done += count;
    const sample = await sampleOf(page, done);
    samples.push(sample);
    console.log(JSON.stringify({ ...sample, seconds: Math.round((performance.now() - began) / 1000) }));
  }
  return { samples, minutes: Number(((performance.now() - began) / 60_000).toFixed(1)) };
}

const stage = await openStage();
try {
  const browser = await stage.newBrowser();
  // Nothing watches in the page: what a watcher keeps would count as the kiosk's.
  const page = await browser.open();
  await page.goto(stage.server.origin);
  await untilItWorksAlone(page);
  await page.getByText('Connected').waitFor();
  const lived = await live(page);
  const date = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const result: Result = { date, machine: thisMachine(), asked, ...lived };
  if (process.argv.includes('--write-doc')) keepResult(result);
  const [first, last] = endsOf(result);
  console.log(`${last.sessions} sessions: ${first.objects} MB of objects before, ${last.objects} MB after`);
  if (!isFlat(result)) {
    console.error('the page holds more than before: something is not let go');
    process.exitCode = 1;
  }
} finally {
  await stage.close();
}
