import type { UnitKey } from '../../../shared/submission/kinds.ts';
import type { State } from '../../../shared/submission/life.ts';
import type { Say } from '../../i18n/words.ts';

/** The state in plain words, with who has it. */
export function sayHolder(say: Say, state: State, unit: UnitKey | null): string {
  if (state !== 'routed') return say(`state.${state}`);
  return unit === null ? say('offices.unit') : say('state.routed', { unit: say(`units.${unit}`) });
}
