import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { AlikeGroup } from '../../shared/submission/case-schema.ts';
import type { Kind } from '../../shared/submission/kinds.ts';
import { type Reader, shownOf } from '../../shared/submission/reach.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { findCase, isOpen, openTo } from './case.ts';
import { isNameless } from './case-row.ts';

type Db = Kysely<Schema>;

/** What makes cases alike: the same problem of the same kind in the same wing, within seven days. */
export interface Alike {
  readonly kind: Kind;
  readonly problem: string;
  /** Null: the whole prison. Of one without a name the wing is nobody's business. */
  readonly wing: string | null;
  /** The first of the days, `YYYY-MM-DD`. */
  readonly since: string;
}

const days = 7;
/** So few can be chance; more are told of as one. */
const fewest = 3;
const mostGroups = 5;

const sinceOf = (today: string): string => Temporal.PlainDate.from(today).subtract({ days }).toString();

function alikeOf(reader: Reader, row: SubmissionRow, today: string): Alike {
  const shown = shownOf(reader.role, { nameless: isNameless(row), personNeeded: row.person_needed === 1 });
  return {
    kind: row.kind,
    problem: row.problem,
    wing: shown.place ? row.wing_id : null,
    since: sinceOf(today),
  };
}

/** What is alike to a case that the reader may open. Throws `not-yours-to-see`. */
export async function findAlike(db: Db, reader: Reader, number: number, today: string): Promise<Alike> {
  const { row } = await findCase(db, reader, { number, prison: null });
  return alikeOf(reader, row, today);
}

/** As a condition on `submission`. */
export function alikeTo({ kind, problem, wing, since }: Alike): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'submission'>();
  return eb.and([
    eb('submission.kind', '=', kind),
    eb('submission.problem', '=', problem),
    eb('submission.received_on', '>=', since),
    // A wing never finds one without a name.
    ...(wing === null ? [] : [eb('submission.wing_id', '=', wing), eb('submission.identity', '=', 'named')]),
  ]);
}

/** How many other open cases that the reader may open are alike. */
export async function countAlike(db: Db, reader: Reader, row: SubmissionRow, today: string): Promise<number> {
  const { count } = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(openTo(reader))
    .where('submission.open', '=', isOpen)
    .where(alikeTo(alikeOf(reader, row, today)))
    .where('submission.id', '!=', row.id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const daysFrom = (first: string, last: string): number =>
  Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days + 1;

/**
 * Where several people of one wing say the same, most people first. Only of named ones: the others have no wing.
 * Headquarters reads several prisons, whose numbers repeat; it has no such list.
 */
export async function listAlike(db: Db, reader: Reader, today: string): Promise<AlikeGroup[]> {
  if (reader.prisonId === null) return [];
  const rows = await db
    .selectFrom('submission')
    .innerJoin('wing', 'wing.id', 'submission.wing_id')
    .select(['wing.name as wing', 'submission.kind', 'submission.problem'])
    .select(eb => [
      eb.fn.max<number>('submission.number').as('number'),
      eb.fn.count<number>('submission.prisoner_id').distinct().as('people'),
      eb.fn.min<string>('submission.received_on').as('first'),
      eb.fn.max<string>('submission.received_on').as('last'),
    ])
    .where(openTo(reader))
    .where('submission.open', '=', isOpen)
    .where('submission.identity', '=', 'named')
    .where('submission.received_on', '>=', sinceOf(today))
    .groupBy(['wing.name', 'submission.kind', 'submission.problem'])
    .having(eb => eb.fn.count('submission.prisoner_id').distinct(), '>=', fewest)
    .orderBy('people', 'desc')
    .orderBy('number')
    .limit(mostGroups)
    .execute();
  return rows.map(({ first, last, ...row }) => ({
    ...row,
    number: Number(row.number),
    people: Number(row.people),
    days: daysFrom(first, last),
  }));
}
