import { expect, test } from '@playwright/test';
import { Lab } from './lab.ts';
import { whyNot } from './machine.ts';
import type { Place } from './place.ts';
import { Screen } from './screen.ts';
import { tryWay } from './try-way.ts';
import { ways } from './ways/index.ts';

/**
 * Every way out of a kiosk that we could think of, each tried twice: on a kiosk under the kit's policies, where it
 * must be shut, and in a browser as it comes, where it must be open, so that no row of the table is empty of proof.
 */
const hindrance = whyNot();
test.skip(hindrance !== null, `not tried: ${hindrance}`);

let lab: Lab;
let screen: Screen | null;
test.beforeAll(async () => {
  if (hindrance !== null) return;
  screen = await Screen.open();
  if (screen) process.env.DISPLAY = screen.display;
  else delete process.env.DISPLAY;
  lab = await Lab.open();
});
test.afterAll(async () => {
  await lab?.close();
  screen?.close();
});

test.describe('on a kiosk under the kit, nothing is open:', () => {
  let place: Place;
  test.beforeAll(async () => {
    if (hindrance !== null) return;
    const folder = lab.newFolder();
    await lab.install(folder, lab.policies('test'));
    place = await lab.kioskPlace(lab.kiosk(folder, lab.policies('test')));
  });
  test.afterEach(() => place.tidy());

  for (const way of ways)
    test(way.name, async () => {
      expect(await tryWay(way, place)).toEqual([]);
    });
});

test('in a browser without the kit, the same ways are open', async () => {
  test.skip(screen === null, 'no screen to open dialogs on: install xvfb');
  test.setTimeout(400_000);
  let place = await lab.unlocked();
  const shut: string[] = [];
  for (const way of ways.filter(one => one.notShown === undefined)) {
    const seen = await tryWay(way, place);
    if (seen.length === 0) shut.push(way.name);
    const calm = (seen.length === 0 || !way.dialog) && (await place.tidy().catch(() => false));
    if (calm) continue;
    await place.machine.stop();
    place = await lab.unlocked();
  }
  expect(shut).toEqual([]);
});

test('the table is long enough to mean something', () => {
  expect(ways.length).toBeGreaterThanOrEqual(100);
  expect(new Set(ways.map(way => way.name)).size).toBe(ways.length);
  expect(ways.filter(way => way.notShown !== undefined).length).toBeLessThan(15);
});
