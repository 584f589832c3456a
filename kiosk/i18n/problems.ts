import type { Language } from '../../shared/language/languages.ts';
import type { FailureName } from '../store/index.ts';
import { words } from './words.ts';

type Sentences = Readonly<Partial<Record<string, string>>>;

const files = import.meta.glob<Sentences>('../../locales/*/problems.json', { import: 'default' });

const loaded = new Map<Language, Sentences>();

/** Fetches the sentences for failures ahead of the first one. */
export async function loadProblems(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const sentences = await files[`../../locales/${language}/problems.json`]?.();
  if (sentences) loaded.set(language, sentences);
}

/** What a person reads when something was refused: one sentence; a name without one gets the general sentence. */
export function problemWords(name: FailureName, language: Language): string {
  const { say } = words.get();
  if (name === 'unreachable') return say('failure.unreachable');
  return loaded.get(language)?.[name] ?? say('failure.unexpected');
}
