/** One value of the rulebook: the law's numbers as dated data, each with its source and whether it is confirmed. */
export interface RulebookValue {
  readonly value: number;
  readonly unit: 'working-days' | 'times';
  readonly source: string;
  readonly confirmed: boolean;
}

/**
 * The values that the complaint's journey needs. Neither is in the law text at hand: they are the prison's own
 * service standard until the officer in charge confirms them, and a kiosk says so.
 */
export const rulebookDefaults = {
  'answer-within': {
    value: 7,
    unit: 'working-days',
    source: 'service standard of the prison',
    confirmed: false,
  },
  'reopenings-allowed': {
    value: 2,
    unit: 'times',
    source: 'service standard of the prison',
    confirmed: false,
  },
} as const satisfies Record<string, RulebookValue>;
