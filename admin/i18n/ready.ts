import type { Outcome } from '../../shared/submission/reply.ts';
import { type Language, languages, resourcesOf } from './words.ts';

function known(code: string): Language | null {
  return languages.find(language => language === code) ?? null;
}

/**
 * Ready sentences for an outcome, in the language that the prisoner reads; none if the panel does not have
 * that language. An officer starts from them and says the rest.
 */
export async function readySentences(code: string, outcome: Outcome): Promise<readonly string[]> {
  const language = known(code);
  if (!language) return [];
  const { ready } = await resourcesOf(language);
  return Object.values(ready[outcome]);
}
