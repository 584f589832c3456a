import { type Kysely, sql } from 'kysely';
import type { SentenceEntryKind } from '../../../shared/sentence/entry.ts';
import { type Stage, stages } from '../../../shared/stage/stages.ts';
import type { LossKind } from '../../../shared/visit/kinds.ts';
import { lossWindow } from '../../../shared/visit/kinds.ts';
import { afterSubmissions, type Loss, type Written } from '../../../shared/visit/losses.ts';
import type { LossRow } from '../../../shared/visit/schema.ts';
import type { Schema } from '../../database/schema.ts';
import { entryRowsIn } from '../entries.ts';
import { everyoneRows } from '../prisoner-register.ts';
import { dayAt, type Span } from './span.ts';

type Db = Kysely<Schema>;

/** Who it is, and what stands of it whatever it is. */
type Draft = Omit<Loss, 'number' | 'name'>;

const sentenceLosses = {
  forfeiture: 'forfeiture',
  deprivation: 'deprivation',
  punishment: 'punishment',
} as const satisfies Partial<Record<SentenceEntryKind, LossKind>>;

interface Ordered {
  readonly orderedBy?: string;
  readonly decidedBy?: string;
  readonly stage?: Stage;
}

function entered(span: Span, at: string, imported: boolean) {
  return { enteredOn: dayAt(span, at), imported };
}

async function sentenceDrafts(db: Db, span: Span): Promise<Draft[]> {
  const rows = await entryRowsIn(db, 'sentence', span.prison.id);
  const undone = new Set(rows.flatMap(({ reverses }) => reverses ?? []));
  return rows.flatMap(row => {
    const kind = Object.hasOwn(sentenceLosses, row.kind)
      ? sentenceLosses[row.kind as keyof typeof sentenceLosses]
      : null;
    if (kind === null || row.at < span.sinceAt) return [];
    const { orderedBy } = JSON.parse(row.content) as Ordered;
    return {
      prisonerId: row.prisoner_id,
      kind,
      on: row.on_day,
      ...entered(span, row.at, row.import_id !== null),
      by: orderedBy ?? null,
      reason: row.reason,
      undone: undone.has(row.id),
    };
  });
}

const rankOf = (stage: Stage | undefined) => (stage === undefined ? -1 : stages.indexOf(stage));

async function stageDrafts(db: Db, span: Span): Promise<Draft[]> {
  const rows = await entryRowsIn(db, 'stage', span.prison.id);
  const undone = new Set(rows.flatMap(({ reverses }) => reverses ?? []));
  const standing = new Map<string, Stage | undefined>();
  return rows.flatMap(row => {
    const content = JSON.parse(row.content) as Ordered;
    const before = standing.get(row.prisoner_id);
    if (row.kind === 'stage' && !undone.has(row.id)) standing.set(row.prisoner_id, content.stage);
    const lower = row.kind === 'stage' && rankOf(content.stage) < rankOf(before);
    if (row.at < span.sinceAt || !(lower || row.kind === 'privilege-lost')) return [];
    return {
      prisonerId: row.prisoner_id,
      kind: lower ? ('stage-reduced' as const) : ('privilege-lost' as const),
      on: row.on_day,
      ...entered(span, row.at, row.import_id !== null),
      by: content.orderedBy ?? content.decidedBy ?? null,
      reason: row.reason,
      undone: undone.has(row.id),
    };
  });
}

/** Paid by a lower grade than on his day of work before. */
async function gradeDrafts(db: Db, span: Span): Promise<Draft[]> {
  const days = db
    .selectFrom('earnings_entry')
    .select(['prisoner_id', 'grade', 'on_day', 'at', 'reason', 'import_id'])
    .select(
      sql<string | null>`lag(grade) over (partition by prisoner_id order by on_day, position)`.as('before'),
    )
    .where('prison_id', '=', span.prison.id)
    .where('kind', '=', 'work')
    .where('on_day', '>=', Temporal.PlainDate.from(span.since).subtract({ days: lossWindow }).toString());
  const rows = await db
    .selectFrom(days.as('day'))
    .selectAll()
    // A, B, C: the later letter earns less.
    .whereRef('grade', '>', 'before')
    .where('at', '>=', span.sinceAt)
    .execute();
  return rows.map(row => ({
    prisonerId: row.prisoner_id,
    kind: 'grade-lowered' as const,
    on: row.on_day,
    ...entered(span, row.at, row.import_id !== null),
    by: null,
    reason: `${(row.before ?? '').toUpperCase()}, ${(row.grade ?? '').toUpperCase()}`,
    undone: false,
  }));
}

async function moveDrafts(db: Db, span: Span): Promise<Draft[]> {
  const rows = await db
    .selectFrom('prisoner_event')
    .leftJoin('staff', 'staff.id', 'prisoner_event.by_id')
    .select(['prisoner_id', 'kind', 'on_day', 'at', 'content', 'staff.name as by'])
    .where('prisoner_event.prison_id', '=', span.prison.id)
    .where('kind', 'in', ['moved', 'transferred'])
    .where('at', '>=', span.sinceAt)
    .execute();
  return rows.map(row => {
    const { reason, from, to } = JSON.parse(row.content) as { reason: string; from?: string; to?: string };
    const way = [from, to].filter(Boolean).join(', ');
    return {
      prisonerId: row.prisoner_id,
      kind: row.kind === 'moved' ? ('moved' as const) : ('transferred' as const),
      on: row.on_day,
      ...entered(span, row.at, false),
      by: row.by,
      reason: way === '' ? reason : `${reason} (${way})`,
      undone: false,
    };
  });
}

async function cellDrafts(db: Db, span: Span): Promise<Draft[]> {
  const rows = await db
    .selectFrom('placement')
    .innerJoin('staff', 'staff.id', 'placement.recorded_by')
    .select(['prisoner_id', 'from_on', 'recorded_at', 'staff.name as by'])
    .where('placement.prison_id', '=', span.prison.id)
    .where('section', '=', 'punishment-cells')
    .where('recorded_at', '>=', span.sinceAt)
    .execute();
  return rows.map(row => ({
    prisonerId: row.prisoner_id,
    kind: 'separate-cell' as const,
    on: row.from_on,
    ...entered(span, row.recorded_at, false),
    by: row.by,
    reason: null,
    undone: false,
  }));
}

async function resetDrafts(db: Db, span: Span): Promise<Draft[]> {
  const rows = await db
    .selectFrom('pin_slip')
    .innerJoin('staff', 'staff.id', 'pin_slip.asked_by')
    .select(['prisoner_id', 'asked_at', 'reason', 'staff.name as by'])
    .where('pin_slip.prison_id', '=', span.prison.id)
    .where('why', '=', 'reset')
    .where('printed_at', '>=', span.sinceAt)
    .execute();
  return rows.map(row => ({
    prisonerId: row.prisoner_id,
    kind: 'pin-reset' as const,
    on: dayAt(span, row.asked_at),
    ...entered(span, row.asked_at, false),
    by: row.by,
    reason: row.reason || null,
    undone: false,
  }));
}

/** What people submitted under their names, as far back as a loss of this span can follow it. */
async function writtenBy(db: Db, { prison, since }: Span): Promise<Written[]> {
  const rows = await db
    .selectFrom('submission')
    .select(['prisoner_id', 'number', 'received_on'])
    .where('prison_id', '=', prison.id)
    .where('identity', '=', 'named')
    .where('prisoner_id', 'is not', null)
    .where('number', 'is not', null)
    .where('received_on', '>=', Temporal.PlainDate.from(since).subtract({ days: lossWindow }).toString())
    .execute();
  return rows.map(row => ({
    prisonerId: row.prisoner_id ?? '',
    number: Number(row.number),
    on: row.received_on,
  }));
}

/** Everything that people lost since the day, each with the submission that it followed, newest first. */
export async function lossesSince(db: Db, span: Span): Promise<LossRow[]> {
  const drafts = (
    await Promise.all(
      [sentenceDrafts, stageDrafts, gradeDrafts, moveDrafts, cellDrafts, resetDrafts].map(of => of(db, span)),
    )
  ).flat();
  const people = await everyoneRows(db, span.prison.id).execute();
  const personOf = new Map(people.map(({ id, number, name }) => [id, { number, name }]));
  const losses = drafts.flatMap(draft => {
    const person = personOf.get(draft.prisonerId);
    return person ? [{ ...draft, ...person }] : [];
  });
  return afterSubmissions(losses, await writtenBy(db, span)).toSorted(
    (a, b) => b.on.localeCompare(a.on) || a.number.localeCompare(b.number),
  );
}
