import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '../../helpers/browser.ts';
import { charo, Hand, untilItWorksAlone, wekesa } from '../../helpers/kiosk-person.ts';
import { goByMenu, signInToPanel } from '../../helpers/panel-officer.ts';

test('on a round with the server gone each offer is kept; back in the office each stands in the panel once', async ({
  server,
  newBrowser,
}) => {
  await server.stop();
  const database = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'));
  // What enrols from now on is carried, as one that was enrolled so in the panel.
  database.exec(
    "create trigger carried after insert on kiosk begin update kiosk set kind = 'round' where id = new.id; end",
  );
  database.close();
  await server.start();
  const tablet = await newBrowser({ width: 1024, height: 600 });
  const page = await tablet.open();
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  await page.getByRole('button', { name: 'Round' }).waitFor();
  await server.stop();
  const hand = new Hand(page);
  await hand.tap('Round');
  await hand.tap('Infirmary');

  // One sleeps: the officer says so, and the next number is asked for.
  await hand.type(wekesa.number);
  await hand.ok();
  await hand.at('offer');
  await hand.tap(/^For the officer/);
  await hand.tap('Asleep');
  await expect(page.getByRole('heading', { name: 'Kept. The next number?' })).toBeVisible();

  // The other wants it: then it is a kiosk like any other.
  await hand.type(charo.number);
  await hand.ok();
  await hand.at('offer');
  await hand.tap(/^Yes/);
  await hand.at('first');
  await hand.tap('Complaint');
  await hand.tap(/^Without my name/);
  await hand.at('question');

  await server.start();
  const offers = () => {
    const read = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'), { readOnly: true });
    try {
      const query = 'select number, answer, reason from offer where received_at > ? order by answer';
      const since = new Date(Date.now() - 10 * 60_000).toISOString();
      return read.prepare(query).all(since);
    } finally {
      read.close();
    }
  };
  await expect
    .poll(offers, { timeout: 60_000 })
    .toEqual([
      expect.objectContaining({ number: wekesa.number, answer: 'not-asked', reason: 'asleep' }),
      expect.objectContaining({ number: charo.number, answer: 'used', reason: null }),
    ]);
  await tablet.close();

  const office = await (await newBrowser()).open();
  await signInToPanel(office, server.origin, 'justice');
  await goByMenu(office, 'Rounds');
  await expect(office.getByRole('heading', { name: 'Held apart now' })).toBeVisible();
  await expect(office.getByRole('row', { name: new RegExp(`${charo.number}.*Used it`) })).toHaveCount(1);
  await expect(office.getByText('3 days').first()).toBeVisible();
});
