import type { Page } from '@playwright/test';
import { sizes } from '../helpers/browser.ts';
import { wekesa } from '../helpers/kiosk-person.ts';
import { figureOf, percentile } from './harness/figure.ts';
import { inTurn } from './harness/rounds.ts';
import { Finger, openKiosk } from './harness/screen/at-kiosk.ts';
import { timedTap, watchTaps } from './harness/screen/paint.ts';
import { openStage, type Stage, slowedDown, type Viewport } from './harness/screen/stage.ts';
import type { Bench, Workshop } from './harness/workshop.ts';

const rate = 6;
const bareTaps = 40;
const share = 0.98;

async function bareTimes(page: Page): Promise<number> {
  const times: number[] = [];
  for (let tap = 0; tap < bareTaps; tap += 1) times.push(await timedTap(page, /^Hello/));
  return percentile(times, share);
}

async function complaintTimes(page: Page): Promise<number> {
  const times: number[] = [];
  const finger = new Finger(page, time => times.push(time));
  await finger.complain(wekesa, 'Raw');
  // What follows this tap is durable writing: the bench `seal` measures it.
  await finger.send();
  await finger.done();
  return percentile(times, share);
}

async function measureLayout(stage: Stage, viewport: Viewport, workshop: Workshop): Promise<void> {
  const bareBrowser = await stage.newBrowser(viewport);
  const bare = await bareBrowser.open();
  await bare.goto(stage.bare.origin);
  await watchTaps(bare);
  const kioskBrowser = await stage.newBrowser(viewport);
  const kiosk = await openKiosk(kioskBrowser, stage.server.origin);
  const pairs = await inTurn(
    workshop.rounds,
    () => slowedDown(bare, rate, () => bareTimes(bare)),
    () => slowedDown(kiosk, rate, () => complaintTimes(kiosk)),
  );
  await bareBrowser.close();
  await kioskBrowser.close();
  workshop.report(
    figureOf(
      {
        bench: 'taps',
        case: `${viewport.width} × ${viewport.height}`,
        unit: 'ms, p98',
        goal: { of: 'figure', better: 'less', must: 100, aim: 50 },
        note: `finger up to next paint; every tap of a complaint with number, PIN and words, ${rate}× slower; floor: a bare button`,
      },
      pairs,
    ),
  );
}

/** How soon the kiosk answers a finger. */
export const taps: Bench = {
  name: 'taps',
  async run(workshop) {
    const stage = await openStage();
    try {
      for (const viewport of workshop.quick ? sizes.slice(0, 1) : sizes)
        await measureLayout(stage, viewport, workshop);
    } finally {
      await stage.close();
    }
  },
};
