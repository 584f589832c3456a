import { type RuleDefinition, ruleDefinitions } from './definitions.ts';

/** One value of the rulebook as a number of something, with its source and whether it is confirmed. */
export interface RulebookValue {
  readonly value: number;
  readonly unit: 'working-days' | 'times';
  readonly source: string;
  readonly confirmed: boolean;
}

function serviceStandard(definition: RuleDefinition, unit: RulebookValue['unit']): RulebookValue {
  if (typeof definition.value !== 'number') throw new TypeError('a service standard is a number');
  return { value: definition.value, unit, source: definition.source, confirmed: false };
}

/**
 * The values that the complaint's journey needs. Neither is in the law text at hand: they are the prison's own
 * service standard until the officer in charge confirms them, and a kiosk says so.
 */
export const rulebookDefaults = {
  'answer-within': serviceStandard(ruleDefinitions['answer-within'], 'working-days'),
  'reopenings-allowed': serviceStandard(ruleDefinitions['reopenings-allowed'], 'times'),
} as const;
