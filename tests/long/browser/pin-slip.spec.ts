import { expect, test } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { demonstrationPassword } from '../../helpers/panel-officer.ts';

const panel = { 'sauti-panel': '1' };

test('a slip’s PIN opens nothing: he chooses his own, is in with it, and it alone works', async ({
  server,
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await browser.open();
  const ask = async (path: string, data?: object) => {
    const method = data ? 'POST' : 'GET';
    const options = { method, headers: panel, ...(data ? { data } : {}) };
    return (await page.request.fetch(`${server.origin}${path}`, options)).json();
  };
  await ask('/api/staff/sign-in', { username: 'records', password: demonstrationPassword });
  const { without } = await ask('/api/pins');
  const { slips } = await ask('/api/pins/print', { prisoners: [without[0].id] });
  const { number, pin } = slips[0] as { number: string; pin: string };

  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);
  const enter = async (keys: string) => {
    await hand.type(keys);
    await hand.ok();
  };
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await enter(number);
  await hand.at('pin');
  await enter(pin);
  await hand.at('own-pin');
  await enter('240781');
  await expect(page.getByRole('alert')).toContainText('Too easy to guess');
  await enter('735926');
  await expect(page.getByRole('heading', { name: 'The same PIN once more' })).toBeVisible();
  await enter('735962');
  await expect(page.getByRole('alert')).toContainText('not the same');
  await enter('735926');
  await enter('735926');
  await hand.at('submissions');
});
