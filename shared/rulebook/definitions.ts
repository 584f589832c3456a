import type { RuleTexts } from './texts.ts';

/**
 * The rulebook's keys and Kenya's first values. Marks: `L` stands in the law text at hand, `C` was found in court
 * decisions or the press, `U` is believed and not confirmed. Only L and C may be said as law; what nobody here
 * knows is null and is never filled in by guessing.
 */
export type RuleValue = number | string | null | readonly string[] | RuleTexts;
export type RuleUnit =
  | 'working-days'
  | 'times'
  | 'days'
  | 'months'
  | 'years'
  | 'hours'
  | 'cents-per-day'
  | 'fraction'
  | 'convention'
  | 'privileges'
  | 'direction'
  | 'open-hours'
  | 'texts';
/** National values are headquarters' to change, prison values the officer in charge's with a second officer. */
export type RuleScope = 'national' | 'prison';
export type RuleMark = 'L' | 'C' | 'U';

export interface RuleDefinition {
  readonly scope: RuleScope;
  readonly unit: RuleUnit;
  readonly value: RuleValue;
  readonly source: string;
  readonly mark: RuleMark;
  /** The national value that this one may not exceed, or not fall below: only headquarters moves it. */
  readonly atMost?: string;
  readonly atLeast?: string;
}

const notKnown = 'Not in the text at hand';
const standard = 'service standard of the prison';
const national = (unit: RuleUnit, value: RuleValue, mark: RuleMark, source: string): RuleDefinition => ({
  scope: 'national',
  unit,
  value,
  mark,
  source,
});

/** What each prison types for itself: nothing of it is the same everywhere. */
const typedByPrison: RuleDefinition = {
  scope: 'prison',
  unit: 'texts',
  value: null,
  mark: 'U',
  source: notKnown,
};

export const ruleDefinitions = {
  'remission-share': national('fraction', '1/3', 'C', 'Prisons Act s. 46'),
  'remission-served-first': national('months', 1, 'U', 'Prisons Act s. 46'),
  'counting-convention': national('convention', 'calendar', 'U', notKnown),
  'remission-checked-before': national('months', 1, 'L', 'Prisons Rules, rule 94'),
  'earnings-rate-a': national('cents-per-day', 20, 'C', 'Prisons Rules, rule 20; last reviewed 1979'),
  'earnings-rate-b': national('cents-per-day', 15, 'C', 'Prisons Rules, rule 20; last reviewed 1979'),
  'earnings-rate-c': national('cents-per-day', 10, 'C', 'Prisons Rules, rule 20; last reviewed 1979'),
  'earnings-spendable': national('fraction', '2/3', 'C', 'Prisons Rules, rule 20'),
  'stage-length-first': national('months', null, 'U', notKnown),
  'stage-length-second': national('months', null, 'U', notKnown),
  'stage-length-third': national('months', null, 'U', notKnown),
  'stage-length-fourth': national('months', null, 'U', notKnown),
  'privileges-first': national('privileges', null, 'U', notKnown),
  'privileges-second': national('privileges', null, 'U', notKnown),
  'privileges-third': national('privileges', null, 'U', notKnown),
  'privileges-fourth': national('privileges', null, 'U', notKnown),
  'privileges-special': national('privileges', null, 'U', notKnown),
  'medical-within': national('hours', 24, 'L', 'Prisons Rules, rule 42'),
  'appeal-within': national('days', 14, 'C', 'Criminal Procedure Code s. 349'),
  'near-home-after': national('years', 3, 'L', 'Prisons Rules, rule 54'),
  'mercy-after-share': national('fraction', '1/3', 'C', 'Power of Mercy Act'),
  'mercy-after-life': national('years', 5, 'C', 'Power of Mercy Act'),
  /** The number of the Commissioner's written direction that sealed letters are not read (rule 58). */
  'sealed-letters-direction': national('direction', null, 'U', notKnown),
  /** *Without delay* of rule 140, which has no number in the law. */
  'petition-forward-within': national('hours', 48, 'U', standard),
  'answer-within-at-most': national('working-days', 14, 'U', standard),
  'reopenings-at-least': national('times', 1, 'U', standard),
  'answer-within': {
    scope: 'prison',
    unit: 'working-days',
    value: 7,
    mark: 'U',
    source: standard,
    atMost: 'answer-within-at-most',
  },
  'reopenings-allowed': {
    scope: 'prison',
    unit: 'times',
    value: 2,
    mark: 'U',
    source: standard,
    atLeast: 'reopenings-at-least',
  },
  /** When the wings are open, `06:30-17:00`; outside of it nobody should be at a wing's kiosk. */
  'open-hours': { scope: 'prison', unit: 'open-hours', value: null, mark: 'U', source: notKnown },
  'further-privileges': { scope: 'prison', unit: 'privileges', value: null, mark: 'U', source: notKnown },
  'food-scale': typedByPrison,
  'clothing-issue': typedByPrison,
  'bedding-issue': typedByPrison,
  'necessaries-issue': typedByPrison,
  'visiting-days': typedByPrison,
  'outside-addresses': typedByPrison,
} as const satisfies Record<string, RuleDefinition>;

export type RuleKey = keyof typeof ruleDefinitions;
export const ruleKeys = Object.keys(ruleDefinitions) as readonly RuleKey[];

export function definitionOf(key: RuleKey): RuleDefinition {
  return ruleDefinitions[key];
}
