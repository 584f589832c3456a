import type { Page } from '@playwright/test';
import english from '../../locales/en/kiosk.json' with { type: 'json' };
import kiswahili from '../../locales/sw/kiosk.json' with { type: 'json' };
import { expect, sizes, test } from '../helpers/browser.ts';
import { wekesa } from '../helpers/kiosk-person.ts';
import { expectAccessible, expectInside, expectLargeTargets } from '../helpers/page-checks.ts';

const languages = [
  ['English', english],
  ['Kiswahili', kiswahili],
] as const;

/** What a sentence of the kiosk begins with, before what is put in. */
const startOf = (words: string): RegExp => new RegExp(`^${words.split('{{')[0]}`);

/** Looks at the screen as it stands on all four glasses. */
function lookerAt(page: Page, language: string) {
  return async (where: string, options?: { scrolls?: boolean }) => {
    for (const size of sizes) {
      const here = `${where} at ${size.width}×${size.height}`;
      await page.setViewportSize(size);
      await page.waitForTimeout(50);
      await expectInside(page, here, options);
      await expectLargeTargets(page, here);
      // Names, roles and colours are those of the layout, lying or standing, whatever the language.
      const layout = size.width === 1024 || size.height > size.width;
      if (language === 'English' && layout) await expectAccessible(page, here);
    }
  };
}
const question = { scrolls: false };

for (const [language, words] of languages) {
  test(`every step of a complaint fits every screen and is sound, in ${language}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);
    const look = lookerAt(page, language);
    if (language !== 'English') await hand.tap(language);
    await look('the first screen', question);
    await hand.tap(words.first.complaint);
    await look('with or without a name', question);
    await hand.tap(startOf(words.who.number));
    await look('the number', question);
    await hand.type(wekesa.number);
    await hand.ok();
    await look('the PIN', question);
    await hand.type(wekesa.pin);
    await hand.ok();
    await hand.at('question');
    await look('what it is about', question);
    await hand.tap(words.kinds.food);
    await look('what is wrong', question);
    await hand.tap(words.problems['food-too-little']);
    await look('when', question);
    await hand.tap(words.whens.today);
    await look('how many', question);
    await hand.tap(words.manys.me);
    await look('say more', question);
    await hand.tap(startOf(words.complaint.aboutOfficer));
    await look('which rank', question);
    await hand.tap(words.ranks.warder);
    await hand.at('officer-wing');
    await look('which wing', question);
    await hand.tap(words.complaint.wingUnknown);
    await hand.at('officer-name');
    await look('the officer’s name', question);
    await hand.tap(words.complaint.nameSkip);
    await hand.at('question');
    await hand.tap(words.complaint.moreYes);
    await hand.at('write');
    await look('own words', question);
    await hand.tap(words.complaint.skip);
    await look('is this right?');
    await hand.tap(words.frame.home);
    await look('go away without sending?', question);
    await hand.tap(words.complaint.leaveStay);
    await hand.tap(words.complaint.send);
    await hand.at('receipt');
    await look('the receipt');
    await hand.tap(words.receipt.done);
    await hand.at('first');
    expect(problems).toEqual([]);
  });

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
}
