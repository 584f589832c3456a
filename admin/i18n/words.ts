import law from '../../locales/en/law.json';
import panel from '../../locales/en/panel.json';
import problems from '../../locales/en/problems.json';
import { pluralForm } from '../../shared/language/plural.ts';
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

interface Branch {
  readonly [key: string]: string | Branch;
}

/** The languages whose words are here. */
const trees = new Map<Language, Tree>([['en', english]]);

export const language = makeValue<Language>('en');

/* What was looked up in the language chosen: a list says the same many times. */
const found = new Map<string, string | null>();

function lookUp(tree: Tree, path: string): string | null {
  let here: string | Branch | undefined = tree;
  for (const key of path.split('.'))
    here = typeof here === 'object' && Object.hasOwn(here, key) ? here[key] : undefined;
  return typeof here === 'string' ? here : null;
}

/** The sentence for a key with its places still to fill; English where a language lacks it, null where both do. */
function sentenceFor(wanted: Language, key: string, count: string | number | undefined): string | null {
  const paths = typeof count === 'number' ? [`${key}_${pluralForm(count)}`, key] : [key];
  for (const tree of [trees.get(wanted) ?? english, english])
    for (const path of paths) {
      const sentence = lookUp(tree, path);
      if (sentence !== null) return sentence;
    }
  return null;
}

function fill(sentence: string, values: WordValues): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The words for a key made from data; null if there are none, so that the caller can say it otherwise. */
export function wordsFor(key: string, values?: WordValues): string | null {
  const count = values?.count;
  const id = typeof count === 'number' ? `${key} ${pluralForm(count)}` : key;
  let sentence = found.get(id);
  if (sentence === undefined) {
    sentence = sentenceFor(language.get(), key, count);
    found.set(id, sentence);
  }
  return sentence === null || !values ? sentence : fill(sentence, values);
}

/** The words for a key in the language chosen. */
export function t(key: WordKey, values?: WordValues): string {
  return wordsFor(key, values) ?? key;
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
  return sentenceFor(wanted, key, undefined) ?? key;
}

/** Fetches a language's words, if they are not here yet. */
export async function loadLanguage(chosen: Language): Promise<void> {
  if (!trees.has(chosen)) trees.set(chosen, await resourcesOf(chosen));
}

/** Chooses a language for this browser; nothing else of a person is kept in it. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await loadLanguage(chosen);
  found.clear();
  localStorage.setItem(kept, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** The language that was chosen in this browser before; English at first. */
export async function restoreLanguage(): Promise<void> {
  const before = localStorage.getItem(kept);
  if (isLanguage(before) && before !== 'en') await chooseLanguage(before);
}
