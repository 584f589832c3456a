/**
 * The plural form of a whole number, for all of our languages alike: one, and everything else. CLDR says so of those it
 * knows (en, sw, so, mas, om), and the others count the same way. A browser is not asked: Chromium has no rules for the
 * rest and silently takes those of the machine's own language.
 */
export function pluralForm(count: number): 'one' | 'other' {
  return count === 1 ? 'one' : 'other';
}

/** The two forms, as keys of `locales/` end: `kept_one`, `kept_other`. */
export const pluralForms = ['one', 'other'] as const;
