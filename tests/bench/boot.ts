import type { Browser } from '../helpers/browser.ts';
import { figureOf, type Pair } from './harness/figure.ts';
import { inTurn } from './harness/rounds.ts';
import { nextTold, timeToPaint, watchFirst } from './harness/screen/paint.ts';
import { openStage, throttle } from './harness/screen/stage.ts';
import type { Bench } from './harness/workshop.ts';

const slowest = 6;
const rates = { quick: [slowest], full: [1, 4, slowest] } as const;

/** A page that its service worker has to bring, and what stands on it when it is ready. */
interface Booted {
  readonly browser: Browser;
  readonly origin: string;
  readonly ready: string;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The browser is started, the page opened from its worker; milliseconds until it can be pressed. */
async function boot({ browser, origin, ready }: Booted, rate: number): Promise<number> {
  const page = await browser.open();
  await throttle(page, rate);
  await watchFirst(page, ready);
  const time = await timeToPaint(page, origin);
  await browser.close();
  return time;
}

const behindFirstTile = '.k-contents';

/** The first tile is tapped as soon as it is painted; milliseconds until the screen behind it is painted. */
async function bootAndTap({ browser, origin, ready }: Booted, rate: number, tile: Spot): Promise<number> {
  const page = await browser.open();
  await throttle(page, rate);
  await watchFirst(page, ready);
  await watchFirst(page, behindFirstTile);
  await timeToPaint(page, origin, 'commit');
  const answered = nextTold(page);
  await page.mouse.click(tile.x, tile.y);
  const time = await answered;
  await browser.close();
  return time;
}

/** The first visit, with the server there: afterwards the page lives from its worker alone. Gives where `ready` stands. */
async function visit({ browser, origin, ready }: Booted): Promise<Spot> {
  const page = await browser.open();
  await page.goto(origin);
  await page.waitForSelector(ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
  const box = await page.locator(ready).first().boundingBox();
  if (!box) throw new Error(`${ready} is not on the screen`);
  await browser.close();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The kiosk in the morning: the browser starts, the server is gone. */
export const bootBench: Bench = {
  name: 'boot',
  async run({ quick, rounds, report }) {
    const stage = await openStage();
    try {
      const kiosk = { browser: await stage.newBrowser(), origin: stage.server.origin, ready: '.k-tile' };
      const bare = { browser: await stage.newBrowser(), origin: stage.bare.origin, ready: 'button' };
      const tile = await visit(kiosk);
      await visit(bare);
      await stage.server.stop();
      await stage.bare.close();
      // Once without the clock: the browser keeps what it compiled from there on, for either.
      await boot(bare, 1);
      await boot(kiosk, 1);
      for (const rate of quick ? rates.quick : rates.full)
        report(
          figureOf(
            {
              bench: 'boot',
              case: `${rate}× slower processor`,
              unit: 'ms',
              goal: rate === slowest ? { of: 'ratio', better: 'less', must: 1.35, aim: 1.15 } : null,
              note: 'browser restarted, server gone, to the first tile painted and heard when tapped; floor: a hello-world page of Preact, same way',
            },
            await inTurn(
              rounds,
              () => boot(bare, rate),
              () => boot(kiosk, rate),
            ),
          ),
        );
      const answers: Pair[] = [];
      for (let round = 0; round < rounds; round += 1)
        answers.push({ floor: null, figure: await bootAndTap(kiosk, slowest, tile) });
      report(
        figureOf(
          {
            bench: 'boot',
            case: `${slowest}× slower processor, first tap`,
            unit: 'ms',
            goal: null,
            note: 'the same, the tile tapped at that moment, to the screen behind it painted; the app takes over in between',
          },
          answers,
        ),
      );
    } finally {
      await stage.close();
    }
  },
};
