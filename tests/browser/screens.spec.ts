import { expect, test } from '../helpers/browser.ts';
import { lookerAt, spoken } from '../helpers/kiosk-screens.ts';
import { walkComplaint } from '../helpers/kiosk-walk.ts';

for (const [language, words] of spoken)
  test(`every step of a complaint fits every screen and is sound, in ${language}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);
    if (language !== 'English') await hand.tap(language);
    await walkComplaint({ page, hand, words, look: lookerAt(page, language) });
    expect(problems).toEqual([]);
  });
