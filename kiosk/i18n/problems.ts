import type { FailureName } from '../store/index.ts';
import type { Language } from './languages.ts';
import { words } from './words.ts';

type Sentences = Readonly<Partial<Record<string, string>>>;

const files: Record<Language, () => Promise<{ default: Sentences }>> = {
  en: () => import('../../locales/en/problems.json'),
  sw: () => import('../../locales/sw/problems.json'),
};

const loaded = new Map<Language, Sentences>();

/** Fetches the sentences for failures ahead of the first one. */
export async function loadProblems(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { default: sentences } = await files[language]();
  loaded.set(language, sentences);
}

/** What a person reads when something was refused: one sentence; a name without one gets the general sentence. */
export function problemWords(name: FailureName, language: Language): string {
  const { say } = words.get();
  if (name === 'unreachable') return say('failure.unreachable');
  return loaded.get(language)?.[name] ?? say('failure.unexpected');
}
