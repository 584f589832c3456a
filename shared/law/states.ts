/**
 * Rules of the Prisons Rules that are no longer used as printed. The reason is said before the rule's words, so
 * that nobody takes dead law for living. Every other rule is in force.
 */
export const ruleStates = ['in-force', 'repealed', 'overtaken'] as const;
export type RuleState = (typeof ruleStates)[number];

export interface RuleStanding {
  readonly rule: number;
  readonly state: RuleState;
  /** Key in `locales/<language>/law.json`; null when in force. */
  readonly reasonKey: string | null;
}

const standings: readonly RuleStanding[] = [
  // The rule asks that race and tribe be recorded; the Constitution of 2010, art. 27(4), forbids discrimination by them.
  { rule: 38, state: 'overtaken', reasonKey: 'reasons.race-and-tribe' },
  // One word only: "petitions to the Governor-General", an office that ended with the Republic in 1964.
  { rule: 43, state: 'overtaken', reasonKey: 'reasons.governor-general' },
  // The Constitution of 2010, art. 29(e).
  { rule: 77, state: 'overtaken', reasonKey: 'reasons.corporal-punishment' },
  // L.N. 166/1968, printed in the rule's place.
  { rule: 78, state: 'repealed', reasonKey: 'reasons.repealed-1968' },
  // L.N. 371/1991, s. 2, printed in the rule's place.
  { rule: 118, state: 'repealed', reasonKey: 'reasons.deleted-1991' },
];

/** The rules that are not in force as printed, ascending. */
export const standingsNotInForce = standings;

/** How a rule stands today. */
export function standingOf(rule: number): RuleStanding {
  return standings.find(standing => standing.rule === rule) ?? { rule, state: 'in-force', reasonKey: null };
}
