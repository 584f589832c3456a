import { isWhole } from './languages.ts';
import { type Reviews, type Texts, textState } from './review.ts';

/** The texts of the two whole languages, by which every other one is measured. */
export interface Sources {
  readonly english: Texts;
  readonly kiswahili: Texts;
}

export const coverages = ['missing', 'draft', 'reviewed'] as const;
/** `missing`: there is no text, or one that merely repeats the Kiswahili, which a reader gets anyway. */
export type Coverage = (typeof coverages)[number];

/**
 * How far one text of a language is. What is alike in English and Kiswahili is a name or a figure and alike everywhere;
 * a word that a named speaker reviewed may be the Kiswahili one, since people borrow words.
 */
export function coverageOf(
  id: string,
  code: string,
  texts: Texts,
  reviews: Reviews,
  sources: Sources,
): Coverage {
  const words = texts.get(id);
  if (words === undefined) return 'missing';
  if (textState(id, texts, reviews) === 'reviewed') return 'reviewed';
  const kiswahili = sources.kiswahili.get(id);
  const repeats = !isWhole(code) && words === kiswahili && words !== sources.english.get(id);
  return repeats ? 'missing' : 'draft';
}
