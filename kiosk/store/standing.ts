import { phaseOf, type Standing, type StoreTrouble } from './phase.ts';
import { changeState } from './state.ts';

let standing: Standing = 'unknown';
let trouble: StoreTrouble | null = null;

function show(): void {
  changeState({ phase: phaseOf(standing, trouble) });
}

/** How the server sees this kiosk, as far as is known. */
export function setStanding(value: Standing): void {
  standing = value;
  show();
}

export function setTrouble(value: StoreTrouble | null): void {
  trouble = value;
  show();
}

export function currentStanding(): Standing {
  return standing;
}

export function currentTrouble(): StoreTrouble | null {
  return trouble;
}
