import { createInstance } from 'i18next';
import law from '../../locales/en/law.json';
import panel from '../../locales/en/panel.json';
import problems from '../../locales/en/problems.json';
import { makeValue } from '../store/value.ts';

/** English is the pattern: every other language has the same keys, and tests/admin says so. */
const english = { ...panel, problems, law };
type Tree = typeof english;

type Plural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;
type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];
/** Every key of the panel's words, plural endings left off. */
export type WordKey = KeyOf<Tree>;
export type WordValues = Readonly<Record<string, string | number>>;

export const languages = ['en', 'sw'] as const;
export type Language = (typeof languages)[number];

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
});
/* The library's own key types are one list for the whole project; the panel's are `WordKey`. */
const plain = i18n.t.bind(i18n) as unknown as (key: string, values?: WordValues) => string;

export const language = makeValue<Language>('en');

/** Words that need no values, as they were last said in the language chosen: a list says the same ones many times. */
const said = new Map<string, string>();

/** The words for a key in the language chosen. */
export function t(key: WordKey, values?: WordValues): string {
  if (values) return plain(key, values);
  const known = said.get(key) ?? plain(key);
  said.set(key, known);
  return known;
}

/** The words for a key made from data; null if there are none, so that the caller can say it otherwise. */
export function wordsFor(key: string, values?: WordValues): string | null {
  return i18n.exists(key, values) ? plain(key, values) : null;
}

const kept = 'sauti-panel-language';

function isLanguage(text: string | null): text is Language {
  return languages.some(known => known === text);
}

/** Every word of a language as a tree; fetched when it is first needed. */
export async function resourcesOf(wanted: Language): Promise<Tree> {
  if (wanted === 'en') return english;
  const [words, failures, rules] = await Promise.all([
    import('../../locales/sw/panel.json'),
    import('../../locales/sw/problems.json'),
    import('../../locales/sw/law.json'),
  ]);
  return { ...words.default, problems: failures.default, law: rules.default };
}

/** The words for a key in a language, whichever was chosen; `loadLanguage` must have been waited for. */
export function tIn(wanted: Language, key: WordKey): string {
  return plain(key, { lng: wanted });
}

/** Fetches a language's words, if they are not here yet. */
export async function loadLanguage(chosen: Language): Promise<void> {
  if (i18n.hasResourceBundle(chosen, 'translation')) return;
  i18n.addResourceBundle(chosen, 'translation', await resourcesOf(chosen));
}

/** Chooses a language for this browser; nothing else of a person is kept in it. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await loadLanguage(chosen);
  await i18n.changeLanguage(chosen);
  said.clear();
  localStorage.setItem(kept, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** The language that was chosen in this browser before; English at first. */
export async function restoreLanguage(): Promise<void> {
  const before = localStorage.getItem(kept);
  if (isLanguage(before) && before !== 'en') await chooseLanguage(before);
}
