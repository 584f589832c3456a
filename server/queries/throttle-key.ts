import { normalNumber } from './prisoner.ts';

/** Under which a number's wrong tries are counted, wherever they are made. */
export function prisonerThrottleKey(prisonId: string, number: string): string {
  return `prisoner:${prisonId}:${normalNumber(number)}`;
}
