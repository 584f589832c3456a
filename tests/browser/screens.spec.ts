import { expect, sizes, test } from '../helpers/browser.ts';
import { wekesa } from '../helpers/kiosk-person.ts';
import { expectAccessible, expectInside, expectLargeTargets } from '../helpers/page-checks.ts';

/** The words of one language that a hand needs to find its way. */
const english = {
  language: 'English',
  complaint: 'Complaint',
  number: /^With my number/,
  numberLook: /^Number and PIN/,
  food: 'Food',
  little: 'Too little',
  today: 'Today',
  me: 'Only me',
  write: 'Yes, write',
  about: /^About an officer/,
  skip: 'Skip',
  submissions: 'My submissions',
  help: 'Help',
  rules: 'Rules',
  home: 'Home',
  leave: 'Do not send',
};
const kiswahili: typeof english = {
  language: 'Kiswahili',
  complaint: 'Malalamiko',
  number: /^Kwa nambari yangu/,
  numberLook: /^Nambari na PIN/,
  food: 'Chakula',
  little: 'Kidogo mno',
  today: 'Leo',
  me: 'Mimi peke yangu',
  write: 'Ndiyo, andika',
  about: /^Kuhusu afisa/,
  skip: 'Ruka',
  submissions: 'Niliyotuma',
  help: 'Msaada',
  rules: 'Kanuni',
  home: 'Mwanzo',
  leave: 'Usitume',
};

for (const words of [english, kiswahili])
  test(`every step of a complaint fits every screen and is sound, in ${words.language}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);

    /** Looks at the screen as it stands on all four glasses. */
    const look = async (where: string, options?: { scrolls?: boolean }) => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.waitForTimeout(50);
        await expectInside(page, `${where} at ${size.width}×${size.height}`, options);
        await expectLargeTargets(page, `${where} at ${size.width}×${size.height}`);
        // Names, roles and colours are those of the layout, lying or standing, whatever the language.
        if (words === english && (size.width === 1024 || size.height > size.width))
          await expectAccessible(page, `${where} at ${size.width}×${size.height}`);
      }
    };
    const question = { scrolls: false };

    if (words.language !== 'English') await hand.tap(words.language);
    await look('the first screen', question);
    await hand.tap(words.rules);
    await look('the contents');
    await page.locator('main button').first().click();
    await hand.at('group');
    await look('a group of pages');
    await page.locator('main button').first().click();
    await hand.at('content');
    await look('a reading page');
    await hand.tap(words.home);
    await hand.tap(words.help);
    await look('help');
    await hand.tap(words.home);
    await hand.tap(words.complaint);
    await look('with or without a name', question);
    await hand.tap(words.number);
    await look('the number', question);
    await hand.type(wekesa.number);
    await hand.ok();
    await look('the PIN', question);
    await hand.type(wekesa.pin);
    await hand.ok();
    await hand.at('question');
    await look('what it is about', question);
    await hand.tap(words.food);
    await look('what is wrong', question);
    await hand.tap(words.little);
    await look('when', question);
    await hand.tap(words.today);
    await look('how many', question);
    await hand.tap(words.me);
    await look('say more', question);
    await hand.tap(words.about);
    await look('which rank', question);
    await page.locator('main button').first().click();
    await hand.at('officer-wing');
    await look('which wing', question);
    await hand.tap(words.home);
    await hand.tap(words.leave);
    await hand.at('first');
    await hand.tap(words.submissions);
    await hand.tap(words.numberLook);
    await hand.signIn(wekesa);
    await hand.at('submissions');
    await look('own submissions');
    if (words === kiswahili) await expectAccessible(page, 'own submissions');
    expect(problems).toEqual([]);
  });
