import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';
import { mayOpen, type ReachCase, type Reader } from '../../shared/submission/reach.ts';
import { levelOf } from '../../shared/submission/rising.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';

type Db = Kysely<Schema>;

/** An officer recorded as named; without an id he stands by name only. */
export interface NamedOfficer {
  readonly submissionId: string;
  readonly id: string | null;
  readonly name: string;
}

export interface Case {
  readonly row: SubmissionRow;
  readonly named: readonly NamedOfficer[];
}

/** Wings, as one column keeps them. */
export function nearWingsOf(wings: readonly (string | null | undefined)[]): string {
  return [...new Set(wings.filter(wing => wing))].join(',');
}
const nearWingsIn = (column: string): string[] => column.split(',').filter(wing => wing !== '');

/** A row as far as reach depends on it. */
export function reachCaseOf({ row, named }: Case): ReachCase {
  return {
    prisonId: row.prison_id,
    wingId: row.wing_id,
    nearWings: nearWingsIn(row.near_wings),
    state: row.state,
    owner: row.owner,
    unit: row.unit,
    risen: row.risen,
    named: named.flatMap(officer => officer.id ?? []),
    listed: row.listed_at !== null && row.number !== null,
  };
}

/**
 * `mayOpen` as a condition on `submission`, so that lists, counts and search are made by the store. Every row
 * still goes through `mayOpen` itself; a test holds the two against each other.
 */
export function openTo(reader: Reader, of: { readonly ended?: boolean } = {}): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'submission'>();
  const shutOut = eb.exists(
    eb
      .selectFrom('submission_named')
      .select('submission_named.submission_id')
      .whereRef('submission_named.submission_id', '=', 'submission.id')
      .where('submission_named.staff_id', 'in', [reader.id, ...reader.superiors]),
  );
  return eb.and([eb('submission.listed_at', 'is not', null), eb.not(shutOut), ofRole(reader, of)]);
}

/** The constants of partial indexes are written out, not bound: only then does the store know that one fits. */
export const isOpen = sql<0 | 1>`1`;
const headquarters = sql.lit('headquarters' as const);
const unit = sql.lit('unit' as const);
const medical = sql.lit('medical' as const);

/** `isAtHeadquarters` as a condition, in the words of its index. */
function atHeadquarters(): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'submission'>();
  return eb.and([
    eb('submission.open', '=', isOpen),
    eb('submission.risen', '>=', sql.lit(levelOf.headquarters)),
  ]);
}

/**
 * What the reader's role lets him open, whoever is named and whether it is listed yet. `ended`: only among what is no
 * longer open, so that nothing is looked for that only open ones are.
 */
export function ofRole(reader: Reader, { ended = false } = {}): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'submission'>();
  // Each prison is one range of the inbox's index; without naming them the whole table would be read.
  if (reader.role === 'commissioner')
    return eb.and([
      eb('submission.prison_id', 'in', eb.selectFrom('prison').select('prison.id')),
      eb.or([eb('submission.owner', '=', headquarters), ...(ended ? [] : [atHeadquarters()])]),
    ]);
  if (reader.prisonId === null) return eb.lit(false);
  const here = eb('submission.prison_id', '=', reader.prisonId);
  switch (reader.role) {
    case 'visiting-justice':
      return here;
    case 'first-reader':
      return eb.and([
        here,
        eb('submission.owner', '!=', medical),
        ...(reader.wingId === null
          ? []
          : [
              eb('submission.wing_id', 'is not', null),
              eb('submission.near_wings', 'not like', `%${reader.wingId}%`),
            ]),
      ]);
    case 'officer-in-charge':
    case 'deputy':
      return eb.and([
        here,
        eb('submission.state', '!=', 'reading'),
        eb('submission.owner', '!=', headquarters),
        eb('submission.owner', '!=', medical),
      ]);
    case 'unit-officer':
      return eb.and([
        here,
        eb('submission.state', '!=', 'reading'),
        // Only the infirmary has both, and only for it are two ranges merged.
        reader.unit === 'infirmary'
          ? eb.or([eb('submission.owner', '=', unit), eb('submission.owner', '=', medical)])
          : eb('submission.owner', '=', unit),
        // Not "is not distinct from": PostgreSQL has no index for that.
        reader.unit === null
          ? eb('submission.unit', 'is', null)
          : eb('submission.unit', '=', reader.unit as UnitKey),
      ]);
    default:
      return eb.lit(false);
  }
}

/** Who is named in these submissions. */
export async function namedIn(db: Db, submissionIds: readonly string[]): Promise<NamedOfficer[]> {
  if (submissionIds.length === 0) return [];
  return db
    .selectFrom('submission_named')
    .select(['submission_id as submissionId', 'staff_id as id', 'name'])
    .where('submission_id', 'in', submissionIds)
    .orderBy('name')
    .execute();
}

/** The rows among these that `reader` may open, by the one function that decides it. */
export async function onlyOpenable<Row extends SubmissionRow>(
  db: Db,
  reader: Reader,
  rows: readonly Row[],
): Promise<Row[]> {
  const named = await namedIn(
    db,
    rows.map(row => row.id),
  );
  return rows.filter(row =>
    mayOpen(reader, reachCaseOf({ row, named: named.filter(one => one.submissionId === row.id) })),
  );
}

/** One case by its id, whoever asks; for inside a transaction that has checked the reader or will. */
export async function getCase(db: Db, id: string): Promise<Case | null> {
  const row = await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { row, named: await namedIn(db, [id]) } : null;
}

/** How a case is asked for: its register number and, as numbers count per prison, whose register that is. */
export interface CaseAddress {
  readonly number: number;
  /** Null: whichever prison of the reader's has it. */
  readonly prison: string | null;
}

/**
 * The case of a register number, for this reader. Throws `not-yours-to-see` whether it does not exist or is
 * not his to see. Where headquarters has two of one number and no prison is said, neither is guessed.
 */
export async function findCase(db: Db, reader: Reader, { number, prison }: CaseAddress): Promise<Case> {
  if (!Number.isSafeInteger(number)) throw new Problem('not-yours-to-see');
  let query = db
    .selectFrom('submission')
    .selectAll()
    .where('number', '=', number)
    .where(openTo(reader))
    .limit(2);
  if (prison !== null) query = query.where('prison_id', '=', prison);
  const [row, another] = await query.execute();
  if (!row || another) throw new Problem('not-yours-to-see');
  const found = { row, named: await namedIn(db, [row.id]) };
  if (!mayOpen(reader, reachCaseOf(found))) throw new Problem('not-yours-to-see');
  return found;
}
