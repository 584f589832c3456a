/**
 * The languages of Sauti, in the order in which a kiosk offers them. Codes are ISO 639: two letters where there are two.
 * Turkana is `tuv`; `tur`, which one meets as well, is Turkish.
 */
const register = [
  { code: 'en', name: 'English', direction: 'ltr', hasTexts: true },
  { code: 'sw', name: 'Kiswahili', direction: 'ltr', hasTexts: true },
  { code: 'ki', name: 'Gĩkũyũ', direction: 'ltr', hasTexts: true },
  { code: 'luo', name: 'Dholuo', direction: 'ltr', hasTexts: true },
  { code: 'luy', name: 'Luluhya', direction: 'ltr', hasTexts: true },
  { code: 'kam', name: 'Kĩkamba', direction: 'ltr', hasTexts: true },
  { code: 'kln', name: 'Kalenjin', direction: 'ltr', hasTexts: true },
  { code: 'so', name: 'Soomaali', direction: 'ltr', hasTexts: true },
  { code: 'guz', name: 'Ekegusii', direction: 'ltr', hasTexts: true },
  { code: 'mer', name: 'Kĩmĩrũ', direction: 'ltr', hasTexts: true },
  { code: 'mas', name: 'Maa', direction: 'ltr', hasTexts: true },
  { code: 'om', name: 'Afaan Oromoo', direction: 'ltr', hasTexts: true },
  // Registered, so that nobody takes their codes for anything else; they wait for translators.
  { code: 'nyf', name: 'Kigiryama', direction: 'ltr', hasTexts: false },
  { code: 'tuv', name: 'Ng’aturkana', direction: 'ltr', hasTexts: false },
] as const;

type Entry = (typeof register)[number];
/** A language that has texts. */
export type Language = Extract<Entry, { hasTexts: true }>['code'];

export interface LanguageEntry {
  readonly code: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether its interface words are written; without them it is offered nowhere. */
  readonly hasTexts: boolean;
}

/** Every registered language, those without texts too. */
export const languageRegister: readonly LanguageEntry[] = register;

/** The codes of the languages that have texts. */
export const languages: readonly Language[] = register.flatMap(entry => (entry.hasTexts ? [entry.code] : []));

/** Whole, panel included, and always offered; all others fall back to Kiswahili. */
export const wholeLanguages = ['en', 'sw'] as const satisfies readonly Language[];

/** Whether it is one of the whole languages. */
export function isWhole(code: string): boolean {
  return wholeLanguages.some(whole => whole === code);
}

/** Whether a code from data is a language that has texts. */
export function isLanguage(code: string): code is Language {
  return languages.some(known => known === code);
}

/** The language's name in itself; the code if it is not registered. */
export function nameOf(code: string): string {
  return register.find(entry => entry.code === code)?.name ?? code;
}
