import { expect, type Page, test } from '../../helpers/browser.ts';
import { charo, Hand, mutua, type Person, untilItWorksAlone, wekesa } from '../../helpers/kiosk-person.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';
import { RecordOffice } from '../../helpers/record-office.ts';

/** Three years from 1 February 2025 are 1,095 days; a third of them, 365, can be remitted. */
const spoken = [
  {
    language: 'English',
    release: 'Release dates',
    own: /^My own dates/,
    wrong: /^I think this is wrong: Remission/,
    send: 'Send',
  },
  {
    language: 'Kiswahili',
    release: 'Tarehe za kutoka',
    own: /^Tarehe zangu/,
    wrong: /1095/,
    send: 'Tuma',
  },
] as const;

interface Doubt {
  readonly language: string;
  readonly release: string;
  readonly own: RegExp;
  readonly wrong: RegExp;
  readonly send: string;
}

/** Goes to his own dates and says that one line there is wrong. */
async function doubt(page: Page, who: Person, words: Doubt): Promise<void> {
  const hand = new Hand(page);
  await hand.at('first');
  await page.getByRole('button', { name: words.language, exact: true }).click();
  await hand.tap(words.release);
  await hand.tap(words.own);
  await hand.signIn(who);
  await page
    .locator('.k-ledger__wrong')
    .and(page.getByRole('button', { name: words.wrong }))
    .first()
    .click();
  await hand.at('query');
  await hand.tap(words.send);
  await hand.at('receipt');
  await page.locator('.k-corner--home').click();
}

/** The numbers of the cases about one kind of line, as they come in. */
async function casesAbout(panel: Page, origin: string, problem: string): Promise<readonly number[]> {
  const answer = await panel.request.get(`${origin}/api/cases?kind=record&limit=50`);
  const { cases } = (await answer.json()) as { cases: { number: number; problem: string }[] };
  return cases.filter(one => one.problem === problem).map(({ number }) => number);
}

test('a line that somebody doubts reaches the panel with its figures as they stood, though the record changed since', async ({
  server,
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await browser.open();
  const office = new RecordOffice(page, server.origin);
  await office.signIn();
  const id = await office.idOf(charo.number);
  await office.empty(id, 'sentence');
  await office.enterThreeYears(id);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  for (const words of spoken) await doubt(page, charo, words);
  await office.empty(id, 'sentence');

  const panel = await (await newBrowser()).open();
  await signInToPanel(panel, server.origin, 'officer-in-charge');
  const doubted = () => casesAbout(panel, server.origin, 'release-date');
  await expect.poll(async () => (await doubted()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  const newest = (await doubted()).toSorted((a, b) => b - a).slice(0, 2);
  for (const number of newest) {
    await panel.goto(`${server.origin}/admin/cases/${number}`);
    const figures = panel.locator('.p-figures');
    await expect(figures.locator('blockquote')).toContainText('1095');
    await expect(figures.locator('dt', { hasText: 'Days that earn remission' }).locator('+ dd')).toHaveText(
      '1095',
    );
    await expect(figures.locator('dt', { hasText: /^Days$/ }).locator('+ dd')).toHaveText('365');
    await expect(figures).toContainText('Kept as it stood when he asked.');
  }
});

test('a punishment and a day in court can be doubted too, each with its own figures', async ({
  server,
  newBrowser,
}) => {
  const page = await (await newBrowser()).open();
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const [english] = spoken;
  await doubt(page, wekesa, { ...english, wrong: /^I think this is wrong: .*Canteen/ });
  await doubt(page, mutua, { ...english, wrong: /^I think this is wrong: My day in court/ });

  const panel = await (await newBrowser()).open();
  await signInToPanel(panel, server.origin, 'officer-in-charge');
  for (const [problem, name, value] of [
    ['punishment', 'Order', 'Punishment book 31'],
    ['court-day', 'Court', 'Nakuru Law Courts'],
  ] as const) {
    const doubted = () => casesAbout(panel, server.origin, problem);
    await expect.poll(async () => (await doubted()).length, { timeout: 30_000 }).toBe(1);
    await panel.goto(`${server.origin}/admin/cases/${(await doubted())[0]}`);
    const figures = panel.locator('.p-figures');
    await expect(figures.locator('dt', { hasText: name }).first().locator('+ dd')).toHaveText(value);
  }
});
