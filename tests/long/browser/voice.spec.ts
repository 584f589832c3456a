import { expect, test, watch } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone, wekesa } from '../../helpers/kiosk-person.ts';
import { giveVoice, listenIn, recordedIn } from '../../helpers/kiosk-voice.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';

const spokenMs = 4_500;

async function toMore(hand: Hand): Promise<void> {
  await hand.complainOfFood(wekesa);
  await hand.tap('Others too');
}

test('a complaint spoken with the server gone outlives a power cut and is played in the panel, byte for byte', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const kiosk = await newBrowser();
  await giveVoice(kiosk);
  let page = await kiosk.open();
  await listenIn(page);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  await server.stop();

  const hand = new Hand(page);
  await toMore(hand);
  await hand.tap('Yes, speak');
  await hand.at('speak');
  // The first try is not what he wants to say.
  await hand.tap('Record');
  await page.waitForTimeout(1_500);
  await hand.tap('Stop');
  await hand.tap('Speak again');
  await page.waitForTimeout(spokenMs);
  // Speaking touches nothing, and nothing is covered meanwhile.
  await expect(page.getByText(/left$/)).toBeVisible();
  await hand.tap('Stop');
  await expect(page.getByText('Is this what you want to say?')).toBeVisible();
  const { bytes, pieces } = await recordedIn(page);
  expect(pieces).toBeGreaterThanOrEqual(4);
  await page.getByRole('button', { name: 'Hear it' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await hand.tap('Go on');
  await expect(page.getByText('Your voice')).toBeVisible();
  await hand.tap('Send');
  await hand.at('receipt');
  await expect(page.getByText('It is kept safe here. It has not left this machine yet.')).toBeVisible();

  await kiosk.kill();
  await server.start();
  page = await kiosk.open();
  await page.goto(server.origin);

  const office = await newBrowser({ width: 1280, height: 800 });
  const panel = await office.open();
  const problems = watch(panel, server.origin);
  await signInToPanel(panel, server.origin, 'reader');
  const spoken = async () => {
    const answer = await panel.request.get(`${server.origin}/api/cases?list=reading&limit=100`);
    const { cases } = (await answer.json()) as { cases: { number: number; hasVoice: boolean }[] };
    return cases.filter(({ hasVoice }) => hasVoice).map(({ number }) => number);
  };
  await expect.poll(async () => (await spoken()).length, { timeout: 60_000 }).toBe(1);
  const [number = 0] = await spoken();
  const sound = () => panel.request.get(`${server.origin}/api/cases/${number}/recording`);
  await expect.poll(async () => (await sound()).status(), { timeout: 60_000 }).toBe(200);
  const heard = (await (await sound()).json()) as { sound: string };
  expect(Buffer.from(heard.sound, 'base64').equals(bytes)).toBe(true);

  await panel.goto(`${server.origin}/admin/cases/${number}`);
  await panel.getByText('Write down what is heard').click();
  await panel.getByLabel('Words', { exact: true }).fill('The beans are raw.');
  await panel.getByRole('button', { name: 'Keep it' }).click();
  await expect(panel.getByText(/^What is heard in English, by Grace Mwikali/)).toBeVisible();
  await panel.getByText('1.5×').click();
  await panel.getByRole('button', { name: 'Play' }).click();
  const place = panel.getByLabel('Place in the recording');
  await expect.poll(async () => Number(await place.inputValue()), { timeout: 20_000 }).toBeGreaterThan(1);
  await expect(panel.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 });
  expect(problems).toEqual([]);
});

test('whoever stops half-way leaves nothing behind, and a machine without a microphone says so', async ({
  server,
  newBrowser,
}) => {
  const kiosk = await newBrowser();
  const page = await kiosk.open();
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);
  await toMore(hand);
  await hand.tap('Yes, speak');
  await hand.tap('Record');
  await expect(page.getByText('The microphone does not work.')).toBeVisible();
  await hand.tap('Yes, write');
  await hand.at('write');
});
