import { isWhole, languages, nameOf } from '../../../shared/language/languages.ts';
import { expect, sizes, test } from '../../helpers/browser.ts';
import { lookerAt, spoken } from '../../helpers/kiosk-screens.ts';
import { walkComplaint, walkTheRest } from '../../helpers/kiosk-walk.ts';
import { kioskWords } from '../../helpers/texts.ts';

for (const [language, words] of spoken)
  test(`everything to read, and everything of one’s own, fits every screen and is sound, in ${language}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);
    if (language !== 'English') await hand.tap(language);
    await walkTheRest({ page, hand, words, look: lookerAt(page, language) });
    expect(problems).toEqual([]);
  });

/** A draft is looked at on the smallest glass. */
for (const language of languages.filter(code => !isWhole(code)))
  test(`every screen fits and is sound in ${nameOf(language)}`, async ({
    kiosk: { page, hand, problems },
  }) => {
    test.setTimeout(240_000);
    const look = lookerAt(page, nameOf(language), sizes.slice(0, 1));
    const walk = { page, hand, words: kioskWords(language), look };
    await hand.tap(nameOf(language));
    await walkComplaint(walk);
    await walkTheRest(walk);
    expect(problems).toEqual([]);
  });
