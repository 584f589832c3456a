import { isWhole, languages, nameOf } from '../../../shared/language/languages.ts';
import { expect, test, watch } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { expectInside, expectLargeTargets } from '../../helpers/page-checks.ts';
import { kioskTexts } from '../../helpers/texts.ts';

const drafts = languages.filter(language => !isWhole(language));

test('each draft language is spoken with the server gone, from the first screen to the receipt', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(300_000);
  const kiosk = await newBrowser({ width: 1024, height: 600 });
  const page = await kiosk.open();
  const problems = watch(page, server.origin);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  await server.stop();
  const hand = new Hand(page);
  for (const language of drafts) {
    const texts = kioskTexts(language);
    const word = (key: string) => texts.get(key) ?? '';
    const look = async (where: string) => {
      await expectInside(page, `${where} in ${language}`, { scrolls: false });
      await expectLargeTargets(page, `${where} in ${language}`);
      await expect(page.locator('.k-draft')).toHaveText(word('language.draft'));
    };
    await hand.at('first');
    await page.getByRole('button', { name: nameOf(language), exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await look('the first screen');
    await hand.tap(word('first.complaint'));
    await page.locator('main button').nth(1).click();
    await hand.at('question');
    await expect(page.getByRole('button', { name: 'Kiswahili', exact: true })).toBeVisible();
    for (const next of [
      word('kinds.food'),
      word('problems.food-too-little'),
      word('whens.today'),
      word('manys.me'),
      word('complaint.moreNo'),
    ]) {
      await look(next);
      await hand.tap(next);
    }
    await look('the read-back');
    await hand.tap(word('complaint.send'));
    await hand.at('receipt');
    await look('the receipt');
    // The day is said with the names of locales/, which this browser does not know.
    const months = Array.from({ length: 12 }, (_, at) => word(`calendar.month.${at + 1}`));
    const day = await page.locator('.k-fact dd').first().innerText();
    expect(
      months.some(month => day.includes(month)),
      `${language}: ${day}`,
    ).toBe(true);
    // From the second on, several wait here: the plural is that of locales/ too, whatever the machine's language.
    await hand.tap(word('receipt.done'));
    const kept = drafts.indexOf(language) + 1;
    const form = kept === 1 ? 'status.kept_one' : 'status.kept_other';
    await expect(page.locator('.k-status')).toContainText(word(form).replace('{{count}}', String(kept)));
  }
  expect(problems.filter(problem => !problem.startsWith('console: Failed to load'))).toEqual([]);
});
