import type { Role } from '../staff/roles.ts';
import { type Office, openStates, type State } from './life.ts';
import { levelOf } from './rising.ts';

/** A member of staff, as far as reach depends on it. */
export interface Reader {
  readonly id: string;
  readonly role: Role;
  readonly prisonId: string | null;
  readonly wingId: string | null;
  readonly unit: string | null;
  /** Everyone over him, nearest first; a named officer's subordinates are shut out with him. */
  readonly superiors: readonly string[];
}

/** A case, as far as reach depends on it. */
export interface ReachCase {
  readonly prisonId: string;
  /** The wing it came from; null where nobody may know. */
  readonly wingId: string | null;
  /** Wings whose first reader stands too near: the kiosk's, the writer's own, the one it is about. */
  readonly nearWings: readonly string[];
  readonly state: State;
  readonly owner: Office;
  readonly unit: string | null;
  readonly named: readonly string[];
  /** How high it was brought since it is overdue: a `Level`. */
  readonly risen: number;
  /** False until a nameless case is released into the panel at six. */
  readonly listed: boolean;
}

/** Named in it, or under someone who is named: can never see, route, answer or close it. */
export function isShutOut(reader: Pick<Reader, 'id' | 'superiors'>, named: readonly string[]): boolean {
  return named.includes(reader.id) || reader.superiors.some(superior => named.includes(superior));
}

/** What the officer in charge does not open: what went past him, and what concerns health. */
const isPastHead = (owner: Office): boolean => owner === 'headquarters' || owner === 'medical';

/** Overdue and brought before headquarters: they see it while it waits for an answer, whoever still has it. */
export function isAtHeadquarters({ state, risen }: Pick<ReachCase, 'state' | 'risen'>): boolean {
  return (openStates as readonly State[]).includes(state) && risen >= levelOf.headquarters;
}

/**
 * Whether `reader` may open the case at all (protection.md, "Who reads it"). One function for list, page,
 * search, events and export, so that none of them can be more generous than another.
 */
export function mayOpen(reader: Reader, submission: ReachCase): boolean {
  if (!submission.listed) return false;
  if (isShutOut(reader, submission.named)) return false;
  if (reader.role === 'commissioner')
    return submission.owner === 'headquarters' || isAtHeadquarters(submission);
  if (reader.prisonId !== submission.prisonId) return false;
  switch (reader.role) {
    case 'visiting-justice':
      return true;
    case 'first-reader':
      // Off that wing: who works beside the prisoner does not read him first. Of what came without a name the
      // wing is not known, so it could be his.
      return (
        submission.owner !== 'medical' &&
        (reader.wingId === null ||
          (submission.wingId !== null && !submission.nearWings.includes(reader.wingId)))
      );
    case 'officer-in-charge':
    case 'deputy':
      return submission.state !== 'reading' && !isPastHead(submission.owner);
    case 'unit-officer':
      return (
        submission.state !== 'reading' &&
        (submission.owner === 'unit' || (submission.owner === 'medical' && reader.unit === 'infirmary')) &&
        submission.unit === reader.unit
      );
    default:
      return false;
  }
}

export interface Redaction {
  /** The prisoner's name and number. */
  readonly person: boolean;
  /** What he wrote in his own words. */
  readonly text: boolean;
  /** His voice, by which people who know him would know him. */
  readonly voice: boolean;
  /** Wing and kiosk: with the hour, all that would tell who a nameless writer is. */
  readonly place: boolean;
  /** The hour at which it came, and at which the writer did anything. */
  readonly hour: boolean;
  /** Whom he says it is about. */
  readonly about: boolean;
  /** Everything said between officers. */
  readonly notes: boolean;
}

/**
 * What of an open case is shown to whom. A unit sees no name, and of what is about an officer not whom; a
 * person is named to a unit only when the answer needs him, which the one who routes it decides.
 */
export function shownOf(
  role: Role,
  submission: { readonly nameless: boolean; readonly personNeeded: boolean },
): Redaction {
  const unit = role === 'unit-officer';
  const person = !submission.nameless && (!unit || submission.personNeeded);
  return {
    person,
    text: true,
    voice: !unit || submission.personNeeded,
    place: !submission.nameless,
    hour: person,
    about: !unit,
    notes: !unit,
  };
}
