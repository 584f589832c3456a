import { expect, test } from '../../helpers/browser.ts';
import { wekesa } from '../../helpers/kiosk-person.ts';
import { lookerAt, question, spoken, startOf } from '../../helpers/kiosk-screens.ts';

for (const [language, words] of spoken)
  test(`everything to read, and everything of one’s own, fits every screen and is sound, in ${language}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);
    const look = lookerAt(page, language);
    /** To something of his own, behind number and PIN. */
    const own = async (tile: string, way: string) => {
      await hand.tap(tile);
      await hand.tap(startOf(way));
      await hand.signIn(wekesa);
    };
    if (language !== 'English') await hand.tap(language);
    await hand.tap(words.first.rules);
    await look('the contents');
    await hand.tap(words.contents.law);
    await hand.at('law');
    await look('the law');
    await hand.tap(words.frame.back);
    await page.locator('main button').first().click();
    await hand.at('group');
    await look('a group of pages');
    await page.locator('main button').first().click();
    await hand.at('content');
    await look('a reading page');
    await hand.tap(words.frame.home);
    await hand.tap(words.first.help);
    await look('help');
    await hand.tap(startOf(words.help.versionStaff));
    await hand.at('set-up');
    await look('set-up');
    await hand.tap(words.setUp.save);
    await look('the PIN of the machine');
    await hand.tap(words.frame.home);

    await own(words.first.submissions, words.who.numberLook);
    await hand.at('submissions');
    await look('own submissions');
    await page.locator('.k-row').first().click();
    await hand.at('submission');
    await look('an own submission');
    await hand.tap(words.frame.home);
    await hand.tap(words.first.submissions);
    await hand.tap(startOf(words.who.code));
    await look('the code', question);
    await hand.tap(words.frame.home);

    for (const [tile, part] of [
      [words.first.stages, 'stage'],
      [words.first.earnings, 'earnings'],
    ] as const) {
      await own(tile, words.record.own[part]);
      await hand.at('record');
      await look(`own ${part}`);
      await hand.tap(words.frame.home);
    }
    await own(words.first.release, words.record.own.release);
    await hand.at('record');
    await look('own release date');
    await page
      .getByRole('button', { name: startOf(words.query.wrongOf) })
      .first()
      .click();
    await hand.at('query');
    await look('I think this is wrong');
    await hand.tap(words.frame.home);
    await hand.tap(words.complaint.leaveGo);
    await hand.at('first');
    expect(problems).toEqual([]);
  });
