import { faultOf, type KindFault, type LadderOffice } from '../../../shared/submission/kind-rules.ts';
import { type Kind, kinds } from '../../../shared/submission/kinds.ts';
import type { Rules } from './kind-words.ts';

/** Rules as they are typed: numbers are text until they are sent. */
export interface KindDraft extends Omit<Rules, 'days' | 'ladder'> {
  readonly days: string;
  readonly ladder: Readonly<Record<LadderOffice, string>>;
  readonly reason: string;
}

export function draftOf({ days, ladder, ...rules }: Rules): KindDraft {
  return {
    ...rules,
    days: days === null ? '' : String(days),
    ladder: {
      'officer-in-charge': String(ladder['officer-in-charge']),
      headquarters: String(ladder.headquarters),
      'visiting-justices': String(ladder['visiting-justices']),
    },
    reason: '',
  };
}

/** What is no whole number becomes one that no rule allows. */
const whole = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0);

export function rulesFrom({ reason: _, days, ladder, ...rules }: KindDraft): Rules {
  const rung = (office: LadderOffice) => whole(ladder[office]);
  return {
    ...rules,
    days: days.trim() === '' ? null : whole(days),
    ladder: {
      'officer-in-charge': rung('officer-in-charge'),
      headquarters: rung('headquarters'),
      'visiting-justices': rung('visiting-justices'),
    },
  };
}

/** Takes one of a list in or out; the others keep their order. */
export function toggled<T extends string>(all: readonly T[], chosen: readonly string[], one: T): T[] {
  return all.filter(each => (each === one ? !chosen.includes(one) : chosen.includes(each)));
}

export const problemsOf = (kind: Kind): readonly string[] => kinds[kind];

export function draftFault(kind: Kind, draft: KindDraft, longestDays: number): KindFault | null {
  return faultOf(kind, rulesFrom(draft), longestDays);
}

export function isSame(draft: KindDraft, rules: Rules): boolean {
  const { reason: _, ...now } = draft;
  const { reason: _before, ...before } = draftOf(rules);
  return JSON.stringify(now) === JSON.stringify(before);
}
