import type { Role } from '../../shared/staff/roles.ts';
import type { Kind, UnitKey } from '../../shared/submission/kinds.ts';
import { isBareRequest, problemKey } from '../../shared/submission/kinds.ts';
import { type Office, openStates, type State } from '../../shared/submission/life.ts';
import { daysBetween, shortDay } from './days.ts';
import { t, wordsFor } from './words.ts';

/** `Food: spoiled or raw`. A problem without words of its own shows its name: nothing may be hidden. */
export function matterWords(kind: Kind, problem: string): string {
  const named = t(`kind.${kind}`);
  return isBareRequest(problem)
    ? named
    : t('matter.both', { kind: named, problem: problemWords(kind, problem) });
}

/** What is wrong, without its kind. */
export function problemWords(kind: Kind, problem: string): string {
  return wordsFor(`matter.${problemKey(kind, problem)}`) ?? problem;
}

/** Who has a case: an office or a unit, never a person. */
export function holderWords(owner: Office, unit: UnitKey | null): string {
  return owner === 'unit' && unit ? t(`unit.${unit}`) : t(`owner.${owner}`);
}

/** What a person is in the panel: the role, and the unit if there is one. */
export function roleWords(role: Role, unit: UnitKey | null): string {
  return unit ? t('role.with-unit', { role: t(`role.${role}`), unit: t(`unit.${unit}`) }) : t(`role.${role}`);
}

/** The name of a language, in the language of the panel; its code if it has no name here. */
export function languageWords(code: string): string {
  return wordsFor(`language.${code}`) ?? code;
}

/** Who did something: a name, or in its place a role, an office, the prisoner, the server. */
export function actorWords(by: string): string {
  return wordsFor(`actor.${by}`) ?? wordsFor(`role.${by}`) ?? wordsFor(`owner.${by}`) ?? by;
}

export type DueKind = 'overdue' | 'today' | 'soon' | 'later';

/** How near the day is. `soon` is within three days. */
export function dueKind(dueOn: string, overdue: boolean, today: string): DueKind {
  const left = daysBetween(today, dueOn);
  if (overdue || left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 3 ? 'soon' : 'later';
}

/** `3 days late`, `due today`, `due tomorrow`, `in 5 days`. */
export function dueWords(dueOn: string, overdue: boolean, today: string): string {
  const left = daysBetween(today, dueOn);
  // The server says overdue by its own clock; a day that is not over here is still late by it.
  if (overdue || left < 0) return t('due.late', { count: Math.max(1, -left) });
  if (left === 0) return t('due.today');
  if (left === 1) return t('due.tomorrow');
  return left <= 14 ? t('due.in', { count: left }) : t('due.on', { day: shortDay(dueOn, today) });
}

/** Whether somebody other than the prisoner has to act. */
export function isOpen(state: State): boolean {
  return openStates.some(open => open === state);
}
