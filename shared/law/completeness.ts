/**
 * How much of a rule's text is at hand. `cut`: the words announce a list or a proviso that the text does not hold;
 * `heading-only`: nothing but the heading; `repealed`: a note in brackets stands in the rule's place.
 */
export const completenesses = ['whole', 'cut', 'heading-only', 'repealed'] as const;
export type Completeness = (typeof completenesses)[number];

/** Whether a heading is the printed note of a repeal: `[Repealed by L.N. 166/1968.]`. */
export function isRepealNote(heading: string): boolean {
  return /^\[(?:Repealed|Deleted|Revoked)\b.*\]$/i.test(heading);
}

/** How much of the rule is at hand, from its text alone. */
export function completenessOf(rule: {
  readonly heading: string;
  readonly body: string | null;
}): Completeness {
  if (rule.body === null) return isRepealNote(rule.heading) ? 'repealed' : 'heading-only';
  return /[—:]$/u.test(rule.body) ? 'cut' : 'whole';
}

/** The rules whose words are missing, wholly or in part, in the order given: what the panel asks to be entered. */
export function missingWords<Rule extends { readonly heading: string; readonly body: string | null }>(
  rules: readonly Rule[],
): readonly Rule[] {
  return rules.filter(rule => ['cut', 'heading-only'].includes(completenessOf(rule)));
}
