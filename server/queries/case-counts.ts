import { type Kysely, sql } from 'kysely';
import type { ReplyOf } from '../../shared/api.ts';
import type { Kind } from '../../shared/submission/kinds.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Schema } from '../database/schema.ts';
import { openTo } from './case.ts';
import { ofList, openableRows } from './case-list.ts';

type Db = Kysely<Schema>;
export type CaseCounts = ReplyOf<'GET /api/cases/counts'>;

interface Group {
  readonly wing: string | null;
  readonly kind: Kind;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly reading: number;
}

/** Open cases by wing and kind; those without a name belong to no wing. */
async function openGroups(db: Db, reader: Reader, today: string): Promise<Group[]> {
  const rows = await ofList(openableRows(db, reader, { kind: null, wing: null }), 'open')
    .clearSelect()
    .select(['wing.name as wing', 'submission.kind'])
    .select(eb => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.countAll<number>().filterWhere('submission.due_on', '<', today).as('overdue'),
      eb.fn.countAll<number>().filterWhere('submission.due_on', '=', today).as('dueToday'),
      eb.fn.countAll<number>().filterWhere('submission.state', '=', 'reading').as('reading'),
    ])
    .groupBy(['wing.name', 'submission.kind'])
    .execute();
  return rows.map(row => ({
    ...row,
    open: Number(row.open),
    overdue: Number(row.overdue),
    dueToday: Number(row.dueToday),
    reading: Number(row.reading),
  }));
}

function sumBy<Key extends string>(groups: readonly Group[], keyOf: (group: Group) => Key | null) {
  const sums = new Map<Key, { open: number; overdue: number }>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key === null) continue;
    const { open, overdue } = sums.get(key) ?? { open: 0, overdue: 0 };
    sums.set(key, { open: open + group.open, overdue: overdue + group.overdue });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const total = (groups: readonly Group[], key: 'open' | 'overdue' | 'dueToday' | 'reading'): number =>
  groups.reduce((sum, group) => sum + group[key], 0);

/** What the reader may open, in numbers. `today` is the prison's, `YYYY-MM-DD`. */
export async function countCases(db: Db, reader: Reader, today: string): Promise<CaseCounts> {
  const groups = await openGroups(db, reader, today);
  const { answered } = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('answered'))
    .where(openTo(reader))
    .where('submission.state', 'in', ['answered', 'delivered'])
    .executeTakeFirstOrThrow();
  return {
    reading: total(groups, 'reading'),
    open: total(groups, 'open'),
    overdue: total(groups, 'overdue'),
    dueToday: total(groups, 'dueToday'),
    answered: Number(answered),
    byWing: sumBy(groups, group => group.wing).map(([wing, sums]) => ({ wing, ...sums })),
    byKind: sumBy(groups, group => group.kind).map(([kind, sums]) => ({ kind, ...sums })),
  };
}

const weekBefore = (today: string): string => Temporal.PlainDate.from(today).subtract({ days: 7 }).toString();

/**
 * How many other open cases of the last seven days that the reader may open are about the same in the same
 * wing. Of a nameless one the wing is nobody's business: there the whole prison is counted.
 */
export async function countSimilar(
  db: Db,
  reader: Reader,
  of: { readonly id: string; readonly kind: Kind; readonly problem: string; readonly wingId: string | null },
  today: string,
): Promise<number> {
  let query = db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(openTo(reader))
    .where('submission.open', '=', sql<0 | 1>`1`)
    .where('submission.kind', '=', of.kind)
    .where('submission.problem', '=', of.problem)
    .where('submission.received_on', '>=', weekBefore(today))
    .where('submission.id', '!=', of.id);
  if (of.wingId !== null) query = query.where('submission.wing_id', '=', of.wingId);
  const { count } = await query.executeTakeFirstOrThrow();
  return Number(count);
}
