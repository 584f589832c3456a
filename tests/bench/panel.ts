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

/** An address, and what is on its page when it is there. */
interface Opened {
  readonly address: string;
  readonly ready: string;
}

/**
 * Opens an address in a new, slowed-down tab of the same browser; milliseconds until `ready` is painted. In a new one:
 * loaded over the page that is there already, the time to take that one down would be counted, which the floor's
 * single button does not have (docs/decisions/0030).
 */
async function openInTab(office: Page, { address, ready }: Opened): Promise<number> {
  const tab = await office.context().newPage();
  await watchFirst(tab, ready);
  await throttle(tab, rate);
  const time = await timeToPaint(tab, address);
  await tab.close();
  return time;
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
        const ours = { address: stage.server.origin + path, ready };
        const bare = { address: stage.bare.origin, ready: 'button' };
        // Once without the clock, so that both lie in the browser's cache.
        await openInTab(office, bare);
        await openInTab(office, ours);
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
              () => openInTab(office, bare),
              () => openInTab(office, ours),
            ),
          ),
        );
      }
    } finally {
      await stage.close();
    }
  },
};
