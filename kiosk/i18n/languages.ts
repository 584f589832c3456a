/** The languages whose words are complete, in the order in which the first screen offers them. */
export const languages = ['en', 'sw'] as const;
export type Language = (typeof languages)[number];

/** What an untouched kiosk speaks. */
export const defaultLanguage: Language = 'en';

/** The language one tap away: with two, simply the other one. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'sw' : 'en';
}
