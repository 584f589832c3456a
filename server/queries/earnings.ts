import type { Kysely } from 'kysely';
import { balanceOn } from '../../shared/earnings/balance.ts';
import {
  type DebitBody,
  type EarningsRow,
  rateKeyOf,
  type WorkDayBody,
} from '../../shared/earnings/entry.ts';
import type { Grade } from '../../shared/earnings/kinds.ts';
import { earningsView } from '../../shared/earnings/view.ts';
import { isDay } from '../../shared/prisoner/lines.ts';
import { Problem } from '../../shared/problems.ts';
import { type RuleEntry, ruleOn } from '../../shared/rulebook/value.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import {
  appendEntries,
  type EntryRow,
  entryRows,
  type Moment,
  type NewEntry,
  peopleOf,
  type RecordOwner,
} from './entries.ts';
import { lockForRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type By = Pick<StaffSession, 'id'>;

export function earningsRowOf(row: EntryRow<'earnings'>): EarningsRow {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    onDay: row.on_day,
    grade: row.grade,
    days: row.days,
    rateCents: row.rate_cents,
    amountCents: row.amount_cents,
    reason: row.reason,
    reverses: row.reverses,
  };
}

/** Everything that balances are worked out from. */
export async function earningsFacts(db: Db, owner: RecordOwner) {
  const rows = await entryRows(db, 'earnings', owner);
  return { rows: rows.map(earningsRowOf), rules: await rulesOf(db, owner.prisonId, owner.until) };
}

/** Somebody's earnings as they stand today: the same for himself and for the office that keeps them. */
export async function earningsOf(db: Db, owner: RecordOwner, today: string) {
  return earningsView({ ...(await earningsFacts(db, owner)), today });
}

/** What a day of a grade was credited with on that day, in cents. Throws rate-unknown. */
export function rateOn(rules: readonly RuleEntry[], grade: Grade, day: string): number {
  const { value } = ruleOn(rules, rateKeyOf[grade], day);
  if (typeof value !== 'number') throw new Problem('rate-unknown');
  return value;
}

/** A day's work as a line: the rate of that day goes with it, and a later rate changes nothing. */
export function workLine(
  prisonerId: string,
  { day, grade, reason }: { readonly day: string; readonly grade: Grade; readonly reason: string },
  rules: readonly RuleEntry[],
): NewEntry<'earnings'> {
  const rate = rateOn(rules, grade, day);
  return {
    prisoner_id: prisonerId,
    kind: 'work',
    on_day: day,
    reason,
    reverses: null,
    grade,
    days: 1,
    rate_cents: rate,
    amount_cents: rate,
  };
}

/** Who has a standing line of work on a day, and in which grade. */
export async function workOn(db: Db, prisonId: string, day: string): Promise<Map<string, Grade>> {
  const rows = await db
    .selectFrom('earnings_entry as line')
    .leftJoin('earnings_entry as undo', 'undo.reverses', 'line.id')
    .select(['line.prisoner_id', 'line.grade'])
    .where('line.prisoner_id', 'in', peopleOf(db, prisonId))
    .where('line.on_day', '=', day)
    .where('line.kind', '=', 'work')
    .where('undo.id', 'is', null)
    .execute();
  return new Map(rows.flatMap(row => (row.grade ? [[row.prisoner_id, row.grade] as const] : [])));
}

/**
 * Rule 90: enters a day's work, all of it or nothing. Throws value-wrong (a day that is none, or has not come),
 * not-found (somebody who is not here), work-entered (he has that day already), rate-unknown.
 */
export async function enterWorkDay(
  database: Database,
  prisonId: string,
  staff: By,
  { day, lines }: WorkDayBody,
  { today, at }: Moment,
): Promise<number> {
  if (!isDay(day) || day > today) throw new Problem('value-wrong');
  const people = [...new Set(lines.map(line => line.prisoner))];
  if (people.length < lines.length) throw new Problem('work-entered');
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const here = await tx
      .selectFrom('prisoner')
      .select('id')
      .where('prison_id', '=', prisonId)
      .where('released_at', 'is', null)
      .where('id', 'in', people)
      .execute();
    if (here.length < people.length) throw new Problem('not-found');
    const entered = await workOn(tx, prisonId, day);
    if (people.some(id => entered.has(id))) throw new Problem('work-entered');
    const rules = await rulesOf(tx, prisonId);
    const rows = lines.map(({ prisoner, grade }) =>
      workLine(prisoner, { day, grade, reason: 'Daily record of work (rule 90)' }, rules),
    );
    await appendEntries(database, tx, 'earnings', rows, { prisonId, byId: staff.id, at, importId: null });
  });
  return people.length;
}

/**
 * Takes something off. Throws value-wrong (a day that is none, or has not come), beyond-spendable: neither more than
 * may be spent nor, on release, more than there is.
 */
export async function addDebit(
  database: Database,
  owner: RecordOwner,
  staff: By,
  { kind, on, cents, reason }: DebitBody,
  { today, at }: Moment,
): Promise<string> {
  if (!isDay(on) || on > today) throw new Problem('value-wrong');
  return database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const { rows, rules } = await earningsFacts(tx, owner);
    const { spendable, saved } = balanceOn(rows, rules, today);
    if (cents > (kind === 'paid-on-release' ? spendable + saved : spendable))
      throw new Problem('beyond-spendable');
    const line = {
      prisoner_id: owner.prisonerId,
      kind,
      on_day: on,
      reason,
      reverses: null,
      grade: null,
      days: 0,
      rate_cents: null,
      amount_cents: -cents,
    };
    const written = { prisonId: owner.prisonId, byId: staff.id, at, importId: null };
    const [id = ''] = await appendEntries(database, tx, 'earnings', [line], written);
    return id;
  });
}
