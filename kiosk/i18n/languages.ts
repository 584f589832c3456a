import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import { isLanguage, type Language, wholeLanguages } from '../../shared/language/languages.ts';

/** What an untouched kiosk speaks. */
export const defaultLanguage: Language = 'en';

/** The language that every other one falls back to. */
export const fallbackLanguage: Language = 'sw';

/** The languages that this prison offers, in their order; without word from the server, the two whole ones. */
export function offeredLanguages(settings: KioskSettings | null): readonly Language[] {
  // Settings that an earlier version kept have no list yet.
  const listed = settings?.languages?.map(({ code }) => code).filter(isLanguage) ?? [];
  return listed.length > 0 ? listed : wholeLanguages;
}

/** Whether what is read is a draft: always, unless the server says that every word was reviewed. */
export function isDraft(language: Language, settings: KioskSettings | null): boolean {
  return settings?.languages?.find(({ code }) => code === language)?.draft ?? true;
}
