import type { Kysely } from 'kysely';
import type { PrisonerEventKind } from '../../shared/prisoner/event.ts';
import { dueDays, reviewDays, type WorkList, workListLimit } from '../../shared/prisoner/work-list.ts';
import type { SentenceView } from '../../shared/sentence/view.ts';
import type { Schema } from '../database/schema.ts';
import { peopleOf, standingRows } from './entries.ts';
import { registerRows } from './prisoner-register.ts';
import { sentenceOf } from './sentence.ts';
import { openCheck } from './sentence-check.ts';

type Db = Kysely<Schema>;

interface Person {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly wing: string;
}

/** Everybody who is here, by name. */
async function everybody(db: Db, prisonId: string) {
  return registerRows(db, prisonId)
    .where('prisoner.released_at', 'is', null)
    .orderBy('prisoner.name')
    .orderBy('prisoner.id')
    .execute();
}
type Here = Awaited<ReturnType<typeof everybody>>;

const personOf = ({ id, number, name, wing }: Person): Person => ({ id, number, name, wing });

interface Line {
  readonly id: string;
  readonly prisoner_id: string;
  readonly kind: string;
  readonly on_day: string;
  readonly content: string;
  readonly reverses: string | null;
}

/** The standing lines of these kinds of everybody in the prison, in their order. */
async function standing(
  db: Db,
  noun: 'sentence' | 'stage',
  prisonId: string,
  kinds: readonly string[],
): Promise<Map<string, Line[]>> {
  const rows = await db
    .selectFrom(`${noun}_entry` as 'sentence_entry')
    .select(['id', 'prisoner_id', 'kind', 'on_day', 'content', 'reverses'])
    .where('prisoner_id', 'in', peopleOf(db, prisonId))
    .where('kind', 'in', [...kinds, 'reversal'] as never)
    .orderBy('prisoner_id')
    .orderBy('position')
    .execute();
  return Map.groupBy(standingRows<Line>(rows), row => row.prisoner_id);
}

interface Dates {
  readonly latest: string;
  readonly earliest: string;
}

const contentOf = <T>(line: Line | undefined): T | null => (line ? (JSON.parse(line.content) as T) : null);

/** Who had which steps, with the day of each. */
async function stepsOf(db: Db, prisonId: string) {
  const rows = await db
    .selectFrom('prisoner_event')
    .select(['prisoner_id', 'kind', 'on_day'])
    .where('prison_id', '=', prisonId)
    .orderBy('on_day')
    .execute();
  const steps = Map.groupBy(rows, row => row.prisoner_id);
  const last = (id: string, kind: PrisonerEventKind) =>
    steps.get(id)?.findLast(step => step.kind === kind)?.on_day ?? null;
  return {
    last,
    /** When he last came into this prison, from outside or from another one. */
    cameIn: (id: string) =>
      [last(id, 'admitted'), last(id, 'arrived')].reduce((a, b) => ((a ?? '') < (b ?? '') ? b : a)),
    since: (id: string, day: string, ...kinds: readonly PrisonerEventKind[]) =>
      kinds.some(kind => {
        const on = last(id, kind);
        return on !== null && on >= day;
      }),
  };
}
type Steps = Awaited<ReturnType<typeof stepsOf>>;

async function releasesDue(
  db: Db,
  prisonId: string,
  due: readonly (Person & Dates)[],
  today: string,
  steps: Steps,
) {
  // Interview and fare of an earlier stay do not count for this one.
  const from = (id: string) => steps.cameIn(id) ?? steps.last(id, 'returned') ?? '';
  const rows: WorkList['releases'] = [];
  for (const person of due.slice(0, workListLimit)) {
    const { state } = await sentenceOf(db, { prisonerId: person.id, prisonId }, today);
    const waiting = await openCheck(db, person.id);
    rows.push({
      ...personOf(person),
      earliest: person.earliest,
      latest: person.latest,
      check: state,
      first: waiting?.latest === person.latest && waiting.earliest === person.earliest,
      interviewed: steps.since(person.id, from(person.id), 'discharge-interview'),
      fare: steps.since(person.id, from(person.id), 'fare-given', 'fare-not-needed'),
    });
  }
  return rows;
}

async function unopened(db: Db, prisonId: string, here: Here): Promise<WorkList['notices']> {
  const forfeitures = await standing(db, 'sentence', prisonId, ['forfeiture']);
  const answered = await db
    .selectFrom('notice_answer')
    .innerJoin('prisoner', 'prisoner.id', 'notice_answer.prisoner_id')
    .select('entry_id')
    .distinct()
    .where('prisoner.prison_id', '=', prisonId)
    .where('counts', '=', 1)
    .execute();
  const known = new Set(answered.map(row => row.entry_id));
  return here.flatMap(person =>
    (forfeitures.get(person.id) ?? [])
      .filter(({ id }) => !known.has(id))
      .map(line => ({
        ...personOf(person),
        since: line.on_day,
        days: contentOf<{ days: number }>(line)?.days ?? 0,
      })),
  );
}

/** What each was last shown of his dates. */
async function lastShown(db: Db, prisonId: string) {
  const rows = await db
    .selectFrom('sentence_shown')
    .innerJoin('prisoner', 'prisoner.id', 'sentence_shown.prisoner_id')
    .select(['prisoner_id', 'sentence_shown.at', 'content'])
    .where('prisoner.prison_id', '=', prisonId)
    .where(({ eb, selectFrom }) =>
      eb(
        'sentence_shown.at',
        '=',
        selectFrom('sentence_shown as other')
          .select(({ fn }) => fn.max('other.at').as('at'))
          .whereRef('other.prisoner_id', '=', 'sentence_shown.prisoner_id'),
      ),
    )
    .execute();
  return new Map(rows.map(row => [row.prisoner_id, row]));
}

async function changedDates(db: Db, prisonId: string, here: Here, now: ReadonlyMap<string, Dates>) {
  const shown = await lastShown(db, prisonId);
  return here.flatMap(person => {
    const row = shown.get(person.id);
    if (!row) return [];
    const before = (JSON.parse(row.content) as SentenceView).recorded;
    const after = now.get(person.id) ?? null;
    const same = before?.earliest === after?.earliest && before?.latest === after?.latest;
    if (same) return [];
    return {
      ...personOf(person),
      shown: before?.earliest ?? null,
      now: after?.earliest ?? null,
      shownOn: row.at,
    };
  });
}

function newcomersOf(here: Here, steps: Steps, today: string): WorkList['newcomers'] {
  return here.flatMap(person => {
    const admitted = steps.cameIn(person.id);
    if (admitted === null || admitted >= today) return [];
    const examined = steps.since(person.id, admitted, 'medical-examination');
    const interviewed = steps.since(person.id, admitted, 'reception-interview');
    return examined && interviewed ? [] : { ...personOf(person), admitted, examined, interviewed };
  });
}

/** What waits for the documentation office and for those who check it, as of today. */
export async function workListOf(db: Db, prisonId: string, today: string): Promise<WorkList> {
  const here = await everybody(db, prisonId);
  const steps = await stepsOf(db, prisonId);
  const lines = await standing(db, 'sentence', prisonId, ['sentence', 'dates']);
  const dates = new Map<string, Dates>();
  for (const [id, own] of lines) {
    const recorded = contentOf<Dates>(own.findLast(({ kind }) => kind === 'dates'));
    if (recorded) dates.set(id, recorded);
  }
  const until = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const near = here
    .flatMap(person => ({
      ...person,
      ...(dates.get(person.id) ?? { earliest: '9999-12-31', latest: '9999-12-31' }),
    }))
    .filter(({ earliest }) => earliest <= until(dueDays))
    .toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1));
  // A decision that was entered after it has answered a review.
  const reviews = await standing(db, 'stage', prisonId, ['stage', 'review']);
  const set = here.flatMap(person => {
    const last = reviews.get(person.id)?.at(-1);
    const on = last?.kind === 'review' ? contentOf<{ on: string }>(last)?.on : undefined;
    return on !== undefined && on <= until(reviewDays) ? { ...personOf(person), on } : [];
  });
  const unsentenced = here.filter(
    person => person.class === 'convicted' && !lines.get(person.id)?.some(({ kind }) => kind === 'sentence'),
  );
  return {
    releases: await releasesDue(db, prisonId, near, today, steps),
    withoutSentence: unsentenced.slice(0, workListLimit).map(personOf),
    notices: (await unopened(db, prisonId, here)).slice(0, workListLimit),
    changed: (await changedDates(db, prisonId, here, dates)).slice(0, workListLimit),
    newcomers: newcomersOf(here, steps, today).slice(0, workListLimit),
    reviews: set.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, workListLimit),
  };
}
