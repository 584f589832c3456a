import { createInstance, type TFunction } from 'i18next';
import english from '../../locales/en/kiosk.json';
import type { Language } from '../../shared/language/languages.ts';
import { pluralForm, pluralForms } from '../../shared/language/plural.ts';
import { type Live, live, useLive } from '../app/live.ts';
import { defaultLanguage, fallbackLanguage } from './languages.ts';

/** Says a sentence of `locales/<language>/kiosk.json`. */
export type Say = TFunction<'kiosk'>;

/** One file per language, fetched when it is first spoken. An untouched kiosk's own comes with the first script. */
const files = import.meta.glob<object>(['../../locales/*/kiosk.json', `!../../locales/en/kiosk.json`], {
  import: 'default',
});

const i18n = createInstance();

/** The language of the screen, the one that is one tap away, and how to say things. */
export interface Words {
  readonly language: Language;
  readonly other: Language;
  readonly say: Say;
}

const silent: Words = {
  language: defaultLanguage,
  other: fallbackLanguage,
  say: i18n.getFixedT(null, 'kiosk'),
};
export const words: Live<Words> = live(silent);

async function fetchWords(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'kiosk')) return;
  const sentences = await files[`../../locales/${language}/kiosk.json`]?.();
  i18n.addResourceBundle(language, 'kiosk', sentences);
}

/** Takes up the language of an untouched kiosk, in which its page is written; nothing can be drawn before. */
export function startWords(): void {
  void i18n.init({
    initAsync: false,
    lng: defaultLanguage,
    fallbackLng: fallbackLanguage,
    ns: ['kiosk', 'law'],
    defaultNS: 'kiosk',
    resources: { [defaultLanguage]: { kiosk: english } },
    // Preact writes text as text: escaping it once more would show as such.
    interpolation: { escapeValue: false },
  });
  const rule = { select: pluralForm, resolvedOptions: () => ({ pluralCategories: [...pluralForms] }) };
  i18n.services.pluralResolver.getRule = () => rule;
  words.set(wordsOf(defaultLanguage));
}

let wanted: Language = defaultLanguage;
/** Where the corner leads back to from Kiswahili. */
let own: Language = defaultLanguage;

/**
 * Changes the language of the whole screen; the last one asked for wins, whichever file arrives first. One that cannot
 * be had leaves the screen as it is: it is there to be asked for again.
 */
export function speak(language: Language): Promise<void> {
  own = language === fallbackLanguage ? defaultLanguage : language;
  return turnTo(language);
}

/** The corner's tap: over to Kiswahili, and back to one's own language from there. */
export function speakOther(): Promise<void> {
  return turnTo(words.get().other);
}

/** What is put into a sentence, or another sentence in it. */
const filledIn = /\{\{|\$t\(/;

/**
 * Says the sentences of a language. Most are said as they stand, and a screen says dozens of them: to go the library's
 * whole way for those, by plurals, contexts and what is to be put in, takes as long as to draw them.
 */
export function sayIn(language: Language): Say {
  const ask = i18n.getFixedT(language, 'kiosk');
  const plain = new Map<string, string>();
  const say: unknown = (key: string, options?: object) => {
    if (options) return ask(key as never, options as never);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const sentence: unknown = i18n.getResource(language, 'kiosk', key);
    if (typeof sentence !== 'string' || filledIn.test(sentence)) return ask(key as never);
    plain.set(key, sentence);
    return sentence;
  };
  return say as Say;
}

function wordsOf(language: Language): Words {
  return {
    language,
    other: language === fallbackLanguage ? own : fallbackLanguage,
    say: sayIn(language),
  };
}

/** The screen speaks a language whose words are here. */
function show(language: Language): void {
  document.documentElement.lang = language;
  words.set(wordsOf(language));
}

async function turnTo(language: Language): Promise<void> {
  wanted = language;
  const had = await fetchWords(language).then(
    () => true,
    () => false,
  );
  if (!had || wanted !== language) return;
  show(language);
  // What is one tap away must be here when the tap comes, and what a draft lacks is said in it.
  if (language !== defaultLanguage) await fetchWords(fallbackLanguage).catch(() => undefined);
}

/** Says a sentence of `locales/<language>/law.json`, which comes with the reading pages. */
export type SayLaw = TFunction<'law'>;

/** Takes up the sentences about the law in a language. */
export function addLawWords(language: Language, sentences: object): void {
  i18n.addResourceBundle(language, 'law', sentences);
}

/** How to speak of the law in a language; only once its reading pages are loaded. Drafts never speak of it. */
export function lawWords(language: Language): SayLaw {
  return i18n.getFixedT(language, 'law');
}

/** Whether a language other than Kiswahili has no words of its own for a sentence. */
export function repeatsKiswahili(language: Language, key: 'release.earliest'): boolean {
  if (language === fallbackLanguage) return false;
  return i18n.getFixedT(language, 'kiosk')(key) === i18n.getFixedT(fallbackLanguage, 'kiosk')(key);
}

/** Words for a component; it is drawn again when the language changes. */
export function useWords(): Words {
  return useLive(words);
}
