/**
 * What remission is counted from (Prisons Act s. 46, Prisons Rules 92 to 97). Dates are `YYYY-MM-DD`, money is
 * integer cents, everything else is whole days, months or years.
 */
export const conventions = ['calendar', 'thirty-day-months'] as const;
/** How months and years become days; the law's own way is not known, so it is a named value of the rulebook. */
export type Convention = (typeof conventions)[number];

export const sentenceKinds = ['definite', 'fine-default', 'life', 'death', 'presidents-pleasure'] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

export interface Sentence {
  readonly id: string;
  /** The day of the sentence: the first day served. */
  readonly date: string;
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** The sentence after which this one runs; null if it runs from its own date. */
  readonly consecutiveTo: string | null;
  readonly kind: SentenceKind;
  /** Days in custody before this sentence, credited to it (Criminal Procedure Code s. 333(2)). */
  readonly custodyDays: number;
  /** Of a term in default of a fine. */
  readonly fineCents: number;
  readonly paidCents: number;
}

export interface SentenceCase {
  readonly convention: Convention;
  readonly sentences: readonly Sentence[];
  /** Days on which no remission is earned (own fault in hospital, malingering, separate cell as a punishment). */
  readonly nonEarningDays: number;
  readonly forfeitedDays: number;
  readonly restoredDays: number;
  /** Granted beyond the third. */
  readonly extraDays: number;
  readonly daysAtLarge: number;
  /** On bail while an appeal was pending. */
  readonly bailDays: number;
  /** The Commissioner has deprived him of all remission. */
  readonly deprived: boolean;
}

/** Why no dates are computed. The first three have none by law; the rest are mistakes in the record. */
export const sentenceRefusals = [
  'life',
  'death',
  'presidents-pleasure',
  'forfeiture-beyond-remission',
  'no-sentence',
  'duplicate-id',
  'unknown-consecutive',
  'consecutive-to-itself',
  'consecutive-to-later',
  'consecutive-after-end',
  'gap-between-sentences',
  'impossible-date',
  'empty-term',
  'fine-missing',
  'paid-beyond-fine',
] as const;
export type SentenceRefusal = (typeof sentenceRefusals)[number];

/** One step of the count, in order: a key that a locale says, and its numbers and dates. */
export type Step = { readonly key: StepKey } & { readonly [name: string]: string | number };
export type StepKey =
  | 'term'
  | 'chain'
  | 'custody'
  | 'fine-paid'
  | 'latest-of-terms'
  | 'total'
  | 'non-earning'
  | 'remission'
  | 'remission-none'
  | 'remission-deprived'
  | 'forfeited'
  | 'restored'
  | 'extra'
  | 'earliest'
  | 'one-month-served'
  | 'not-after-latest'
  | 'at-large'
  | 'on-bail'
  | 'moved-on';

/** Rule 97's record, computed. */
export interface ReleaseDates {
  /** Latest possible date of discharge. */
  readonly latest: string;
  /** Earliest possible date of release. */
  readonly earliest: string;
  /** From the first start to the latest date, both counted, days at large and on bail not among them. */
  readonly totalDays: number;
  /** Allowed in full on admission. */
  readonly remission: number;
  /** Forfeited less restored; what is left of it is `remission` + extra − this. */
  readonly lost: number;
  readonly left: number;
  readonly steps: readonly Step[];
}

export type ReleaseResult =
  | { readonly ok: true; readonly dates: ReleaseDates }
  | { readonly ok: false; readonly refusal: SentenceRefusal };
