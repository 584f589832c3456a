import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { ReplyOf } from '../../shared/api.ts';
import type { Kind, UnitKey } from '../../shared/submission/kinds.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Schema } from '../database/schema.ts';
import { isOpen, ofRole } from './case.ts';

type Db = Kysely<Schema>;
export type CaseCounts = ReplyOf<'GET /api/cases/counts'>;

interface Sums {
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly reading: number;
  readonly answered: number;
}

interface Group extends Sums {
  readonly wing: string | null;
  readonly kind: Kind;
}

type Rows = SelectQueryBuilder<Schema, 'submission', object>;

/** Sums by wing and kind; those without a name belong to no wing. */
async function groupsOf(db: Db, rows: Rows, today: string): Promise<Group[]> {
  const grouped = rows
    .select(['submission.wing_id', 'submission.identity', 'submission.kind'])
    .select(eb => {
      const open = eb('submission.open', '=', isOpen);
      const count = () => eb.fn.countAll<number>();
      return [
        count().filterWhere(open).as('open'),
        count()
          .filterWhere(eb.and([open, eb('submission.due_on', '<', today)]))
          .as('overdue'),
        count()
          .filterWhere(eb.and([open, eb('submission.due_on', '=', today)]))
          .as('dueToday'),
        count()
          .filterWhere(eb.and([open, eb('submission.state', '=', 'reading')]))
          .as('reading'),
        count().filterWhere('submission.state', 'in', ['answered', 'delivered']).as('answered'),
      ];
    })
    .groupBy(['submission.wing_id', 'submission.identity', 'submission.kind']);
  return db
    .selectFrom(grouped.as('group'))
    .leftJoin('wing', join => join.onRef('wing.id', '=', 'group.wing_id').on('group.identity', '=', 'named'))
    .select(['wing.name as wing', 'kind', 'open', 'overdue', 'dueToday', 'reading', 'answered'])
    .execute();
}

/** The open ones of his role. Who is named in them is left out of this: it would be looked up for every row. */
function openOfRole(db: Db, reader: Reader): Rows {
  return db
    .selectFrom('submission')
    .where('submission.open', '=', isOpen)
    .where('submission.listed_at', 'is not', null)
    .where(ofRole(reader));
}

/** Those of his role that he is shut out of, because he or someone over him is named: few, and found by name. */
function shutToHim(db: Db, reader: Reader): Rows {
  const shut = db
    .selectFrom('submission_named')
    .select('submission_named.submission_id')
    .distinct()
    .where('submission_named.staff_id', 'in', [reader.id, ...reader.superiors]);
  return (
    db
      .selectFrom(shut.as('shut'))
      // SQLite keeps the order of a cross join: from the few to their rows, not through all rows for the few.
      .crossJoin('submission')
      .whereRef('submission.id', '=', 'shut.submission_id')
      .where('submission.listed_at', 'is not', null)
      .where(ofRole(reader)) as unknown as Rows
  );
}

/** Which wings stand too near is a matter of each row, so for a reader who has a wing no sum is kept. */
async function answeredOneByOne(db: Db, reader: Reader): Promise<number> {
  const { answered } = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('answered'))
    .where('submission.state', 'in', ['answered', 'delivered'])
    .where('submission.listed_at', 'is not', null)
    .where(ofRole(reader))
    .executeTakeFirstOrThrow();
  return Number(answered);
}

/** The answered ones of his role, as triggers have counted them (server/database/migrations/answered.ts). */
async function answeredOfRole(db: Db, reader: Reader): Promise<number> {
  if (reader.role === 'first-reader' && reader.wingId !== null) return answeredOneByOne(db, reader);
  const counted = db
    .selectFrom('submission_answered')
    .select(['prison_id', 'owner', 'state', 'amount'])
    .select([
      sql<UnitKey | null>`nullif(unit, '')`.as('unit'),
      sql<string | null>`nullif(wing_id, '')`.as('wing_id'),
    ]);
  const { answered } = await db
    .selectFrom(counted.as('submission'))
    .select(eb => eb.fn.sum<number | null>('amount').as('answered'))
    .where(ofRole(reader, { ended: true }))
    .executeTakeFirstOrThrow();
  return Number(answered ?? 0);
}

function sumBy<Key extends string>(groups: readonly Group[], keyOf: (group: Group) => Key | null) {
  const sums = new Map<Key, { open: number; overdue: number }>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key === null) continue;
    const { open, overdue } = sums.get(key) ?? { open: 0, overdue: 0 };
    sums.set(key, { open: open + group.open, overdue: overdue + group.overdue });
  }
  return [...sums].filter(([, { open }]) => open > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const total = (groups: readonly Group[], key: keyof Sums): number =>
  groups.reduce((sum, group) => sum + group[key], 0);

const taken = (group: Group): Group => ({
  ...group,
  open: -group.open,
  overdue: -group.overdue,
  dueToday: -group.dueToday,
  reading: -group.reading,
  answered: -group.answered,
});

/** What the reader may open, in numbers. `today` is the prison's, `YYYY-MM-DD`. */
export async function countCases(db: Db, reader: Reader, today: string): Promise<CaseCounts> {
  const [open, shut, answered] = await Promise.all([
    groupsOf(db, openOfRole(db, reader), today),
    groupsOf(db, shutToHim(db, reader), today),
    answeredOfRole(db, reader),
  ]);
  const groups = [...open, ...shut.map(taken)];
  return {
    reading: total(groups, 'reading'),
    open: total(groups, 'open'),
    overdue: total(groups, 'overdue'),
    dueToday: total(groups, 'dueToday'),
    answered: answered + total(shut.map(taken), 'answered'),
    byWing: sumBy(groups, group => group.wing).map(([wing, sums]) => ({ wing, ...sums })),
    byKind: sumBy(groups, group => group.kind).map(([kind, sums]) => ({ kind, ...sums })),
  };
}
