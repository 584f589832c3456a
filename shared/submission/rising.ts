import { dueDay } from '../rulebook/working-days.ts';
import { type Ladder, type LadderOffice, ladderOffices } from './kind-rules.ts';
import type { Office } from './life.ts';

/** How high a case stands: 0 nobody over its owner was told, 1 officer in charge, 2 headquarters, 3 visiting justices. */
export type Level = 0 | 1 | 2 | 3;

export const levelOf: Readonly<Record<LadderOffice, Level>> = {
  'officer-in-charge': 1,
  headquarters: 2,
  'visiting-justices': 3,
};

/**
 * The level at which whoever has it stands already. What the first reader has not read yet may be about the officer
 * in charge, so it never rises to him.
 */
const ownLevel: Readonly<Record<Office, Level>> = {
  unit: 0,
  medical: 0,
  'first-reader': 1,
  'officer-in-charge': 1,
  headquarters: 2,
};

/** An open case, as far as rising depends on it. */
export interface RisingCase {
  readonly owner: Office;
  readonly risen: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly ladder: Ladder;
  /**
   * How the one who stands in for the officer in charge is to it: he heads the unit that must answer, so that it would rise
   * to himself; or he is named in it, and nobody under him may have it.
   */
  readonly standIn: 'free' | 'of-the-unit' | 'named';
}

/** The day on which something unanswered rises to an office: so many working days after it was due. */
function risesOn(
  { dueOn, ladder, standIn }: Pick<RisingCase, 'dueOn' | 'ladder' | 'standIn'>,
  to: LadderOffice,
  gazetted: ReadonlySet<string>,
): string {
  const office = to === 'headquarters' && standIn === 'of-the-unit' ? 'officer-in-charge' : to;
  return dueDay(Temporal.PlainDate.from(dueOn), ladder[office], gazetted).toString();
}

/** Whether headquarters has to see it at once, due or not: nobody left in the prison may open it. */
const isPast = ({ standIn }: RisingCase, office: LadderOffice): boolean =>
  standIn === 'named' && office === 'headquarters';

/** The offices that it rises to by `today` and was not brought before yet, lowest first; each once. */
export function rungsDue(open: RisingCase, today: string, gazetted: ReadonlySet<string>): LadderOffice[] {
  return ladderOffices.filter(
    office =>
      levelOf[office] > Math.max(open.risen, ownLevel[open.owner]) &&
      (isPast(open, office) || risesOn(open, office, gazetted) <= today),
  );
}

/** The office that a level stands for; null for none. */
export function officeAt(level: number): LadderOffice | null {
  return ladderOffices[level - 1] ?? null;
}
