import { expect, test } from '../helpers/browser.ts';
import { charo, Hand, mutua, untilItWorksAlone } from '../helpers/kiosk-person.ts';
import { RecordOffice } from '../helpers/record-office.ts';

/** What each page must say, worked out by hand from what the test enters. */
const english = {
  language: 'English',
  earnings: 'Earnings',
  ownEarnings: /^My own earnings/,
  // 18 days of grade A and one of B, in 2025: 3.60 + 0.15 = 3.75; two thirds are 2.50, and 1.00 was spent.
  money: ['This month KSh 0.00', 'You can spend KSh 1.50', 'Kept for your release KSh 1.25'],
  credited: 'Credited for work so far',
  stage: 'Stages',
  ownStage: /^My own stage/,
  rung: /You are here\s*Second stage/,
  since: 'Second stage since 1 September 2025',
  release: 'Release dates',
  ownRelease: /^My own dates/,
  // Three years from 1 February 2025 are 1,095 days; a third is 365, and no more than that can be taken off.
  dates: ['31 January 2027', '31 January 2028', 'Remission: one third of 1095 days.'],
};
const kiswahili: typeof english = {
  language: 'Kiswahili',
  earnings: 'Mapato',
  ownEarnings: /^Mapato yangu/,
  money: ['Mwezi huu KSh 0.00', 'Unaweza kutumia KSh 1.50', 'Umewekewa hadi siku ya kutoka KSh 1.25'],
  credited: 'Ulizoandikiwa kwa kazi hadi sasa',
  stage: 'Ngazi',
  ownStage: /^Ngazi yangu/,
  rung: /Uko hapa\s*Ngazi ya pili/,
  since: 'Ngazi ya pili tangu 1 Septemba 2025',
  release: 'Tarehe za kutoka',
  ownRelease: /^Tarehe zangu/,
  dates: ['31 Januari 2027', '31 Januari 2028', '1095'],
};

async function enterRecord(office: RecordOffice): Promise<void> {
  const id = await office.idOf(charo.number);
  await office.empty(id, 'sentence');
  await office.empty(id, 'stage');
  await office.enterThreeYears(id);
  const decide = (stage: string, on: string) => {
    const content = { stage, on, decidedBy: 'The stage board' };
    return office.post(`/api/prisoners/${id}/stage/lines`, { kind: 'stage', reason: 'Warrant', content });
  };
  await decide('first', '2025-02-01');
  await decide('second', '2025-09-01');
}

test('a prisoner reads his earnings, stage and dates as they were worked out by hand, in both languages', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(150_000);
  const browser = await newBrowser();
  const page = await browser.open();
  const office = new RecordOffice(page, server.origin);
  await office.signIn();
  await office.enterMarch(await office.idOf(mutua.number));
  await enterRecord(office);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);

  for (const words of [english, kiswahili]) {
    await hand.at('first');
    await page.getByRole('button', { name: words.language, exact: true }).click();
    const open = async (tile: string, own: RegExp, person: typeof charo) => {
      await hand.at('first');
      await hand.tap(tile);
      await hand.tap(own);
      await hand.signIn(person);
      await hand.at('record');
    };
    const home = () => page.locator('.k-corner--home').click();

    // A remand prisoner need not work; if he did, his money is not hidden from him.
    await open(words.earnings, words.ownEarnings, mutua);
    const sums = page.locator('.k-sum');
    await expect(sums.first()).toBeVisible();
    for (const [at, text] of words.money.entries())
      expect((await sums.nth(at).innerText()).replace(/\s+/g, ' ')).toContain(text);
    const credited = page.locator('.k-ledger__line', { hasText: words.credited });
    await expect(credited).toContainText('KSh 3.75');
    await home();

    await open(words.stage, words.ownStage, charo);
    await expect(page.locator('.k-rung[data-own]')).toHaveText(words.rung);
    await expect(page.locator('.k-ladder__since')).toHaveText(words.since);
    await home();

    await open(words.release, words.ownRelease, charo);
    for (const text of words.dates) await expect(page.locator('.k-record')).toContainText(text);
    await home();
  }
});
