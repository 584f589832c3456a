import type { Page } from '@playwright/test';
import type english from '../../locales/en/kiosk.json';
import { type Hand, wekesa } from './kiosk-person.ts';
import { question, startOf } from './kiosk-screens.ts';

/** The words of the kiosk in some language, as its file has them. */
export type KioskWords = typeof english;
/** Looks at the screen as it stands; some must fit without scrolling. */
export type Look = (where: string, options?: { scrolls?: boolean }) => Promise<void>;

export interface Walk {
  readonly page: Page;
  readonly hand: Hand;
  readonly words: KioskWords;
  readonly look: Look;
}

/** From the first screen through every step of a complaint to its receipt, and back. */
export async function walkComplaint({ hand, words, look }: Walk): Promise<void> {
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
}

/** Everything to read, and the officers' screens. */
async function walkReading({ page, hand, words, look }: Walk): Promise<void> {
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
}

/** Everything of his own, behind number and PIN. */
async function walkRecord({ page, hand, words, look }: Walk): Promise<void> {
  const own = async (tile: string, way: string) => {
    await hand.tap(tile);
    await hand.tap(startOf(way));
    await hand.signIn(wekesa);
  };
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
}

/** Everything that is not the complaint. */
export async function walkTheRest(walk: Walk): Promise<void> {
  await walkReading(walk);
  await walkRecord(walk);
}
