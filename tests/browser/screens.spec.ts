import { expect, test } from '../helpers/browser.ts';
import { wekesa } from '../helpers/kiosk-person.ts';
import { lookerAt, question, spoken, startOf } from '../helpers/kiosk-screens.ts';

for (const [language, words] of spoken)
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
