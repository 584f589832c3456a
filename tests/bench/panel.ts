import type { Page } from '@playwright/test';
import { signInToPanel } from '../helpers/panel-officer.ts';
import { figureOf } from './harness/figure.ts';
import { inTurn } from './harness/rounds.ts';
import { timeToPaint, watchFirst } from './harness/screen/paint.ts';
import { openStage, throttle } from './harness/screen/stage.ts';
import type { Bench } from './harness/workshop.ts';

const rate = 4;

/** The address of the first case in the officer's list. */
async function firstCase(page: Page): Promise<string> {
  const address = await page.locator('.p-row').first().getAttribute('href');
  if (!address) throw new Error('no case stands in the list');
  return address;
}

/** Another tab of the same browser, slowed down, that tells when `ready` is painted. */
async function tabOf(page: Page, ready: string): Promise<Page> {
  const tab = await page.context().newPage();
  await watchFirst(tab, ready);
  await throttle(tab, rate);
  return tab;
}

/** The officer opens his list, and one case by its address. */
export const panel: Bench = {
  name: 'panel',
  async run({ rounds, report }) {
    const stage = await openStage();
    try {
      const office = await (await stage.newBrowser()).open();
      await signInToPanel(office, stage.server.origin, 'officer-in-charge');
      // What has to be drawn before one can read and act: these stand only in what the server answered.
      const pages = [
        { name: 'register', path: '/admin/', ready: '.p-row' },
        { name: 'case page', path: await firstCase(office), ready: '.p-case' },
      ];
      for (const { name, path, ready } of pages) {
        const ours = await tabOf(office, ready);
        const bare = await tabOf(office, 'button');
        // Once without the clock, so that both lie in the browser's cache.
        await timeToPaint(bare, stage.bare.origin);
        await timeToPaint(ours, stage.server.origin + path);
        report(
          figureOf(
            {
              bench: 'panel',
              case: name,
              unit: 'ms',
              goal: { of: 'ratio', better: 'less', must: 1.5, aim: 1.25 },
              note: `opened by its address, to what the server answered painted, ${rate}× slower; floor: a hello-world page of Preact, same way`,
            },
            await inTurn(
              rounds,
              () => timeToPaint(bare, stage.bare.origin),
              () => timeToPaint(ours, stage.server.origin + path),
            ),
          ),
        );
        await ours.close();
        await bare.close();
      }
    } finally {
      await stage.close();
    }
  },
};
