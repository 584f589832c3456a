import type { CDPSession, Page } from '@playwright/test';
import { figureOf, type Pair } from './harness/figure.ts';
import { openKiosk } from './harness/screen/at-kiosk.ts';
import { liveThrough } from './harness/screen/sessions.ts';
import { openStage } from './harness/screen/stage.ts';
import type { Workshop } from './harness/workshop.ts';

const sessions = { quick: 60, full: 1_000 } as const;
/** Every kind of session twice: afterwards all code is here and nothing more is to come. */
const warmUp = 40;

/** What the page's script holds, in MB, after everything that can go has gone. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

async function measure(page: Page, count: number): Promise<Pair> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(liveThrough, [0, warmUp] as const);
  const floor = await heapOf(session);
  await page.evaluate(liveThrough, [warmUp, count] as const);
  const figure = await heapOf(session);
  await session.detach();
  return { floor, figure };
}

/** What a kiosk that is never loaded anew holds after a month of people. */
export async function kioskMemory(workshop: Workshop): Promise<void> {
  const stage = await openStage();
  const count = workshop.quick ? sessions.quick : sessions.full;
  try {
    const pairs: Pair[] = [];
    for (let round = 0; round < workshop.rounds; round += 1) {
      const browser = await stage.newBrowser();
      const page = await openKiosk(browser, stage.server.origin);
      pairs.push(await measure(page, count));
      await browser.close();
    }
    workshop.report(
      figureOf(
        {
          bench: 'memory',
          case: `kiosk after ${count.toLocaleString('en')} sessions`,
          unit: 'MB',
          goal: { of: 'ratio', better: 'less', must: 1.1, aim: null },
          note: `script heap of one page never loaded anew: reading, signing in, complaining, giving up, changing the language; floor: the same page after its first ${warmUp} sessions`,
        },
        pairs,
      ),
    );
  } finally {
    await stage.close();
  }
}
