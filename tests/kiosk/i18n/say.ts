import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import type { Say } from '../../../kiosk/i18n/words.ts';

const locales = join(import.meta.dirname, '../../../locales');

/** How the kiosk says things in a language: the real sentences, without a screen. */
export async function sayIn(language: 'en' | 'sw'): Promise<Say> {
  const i18n = createInstance();
  const kiosk: object = JSON.parse(readFileSync(join(locales, language, 'kiosk.json'), 'utf8'));
  await i18n.init({
    lng: language,
    fallbackLng: false,
    ns: ['kiosk'],
    defaultNS: 'kiosk',
    resources: { [language]: { kiosk: { ...kiosk } } },
    interpolation: { escapeValue: false },
  });
  return i18n.getFixedT(language, 'kiosk');
}
