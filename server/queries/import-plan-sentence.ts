import { randomUUID } from 'node:crypto';
import type { ImportRow } from '../../shared/import/read-rows.ts';
import { Problem } from '../../shared/problems.ts';
import { dayOfLine, type SentenceEntry, type SentenceEntryBody } from '../../shared/sentence/entry.ts';
import type { Loss } from '../../shared/sentence/losses.ts';
import { number, type Planner, text } from './import-planner.ts';
import { assertForfeitable } from './sentence.ts';

type Person = NonNullable<ReturnType<Planner['personOf']>>;
type Line<K extends SentenceEntryBody['kind']> = Extract<SentenceEntryBody, { kind: K }>;

/** Sentences, each with a key of the file's own by which a later row says that it follows it. */
export function planSentences(planner: Planner, rows: readonly ImportRow[]): void {
  const keys = new Map<string, string>();
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const [key, after] = [text(row, 'key'), text(row, 'after')].map(name => name && `${person.id} ${name}`);
    const consecutiveTo = after ? (keys.get(after) ?? null) : null;
    if (after && consecutiveTo === null) {
      planner.refuse(row, 'after', 'unknown-after');
      continue;
    }
    if (key && keys.has(key)) {
      planner.refuse(row, 'key', 'twice-in-file');
      continue;
    }
    const id = randomUUID();
    if (key) keys.set(key, id);
    const content = {
      date: text(row, 'date'),
      years: number(row, 'years'),
      months: number(row, 'months'),
      days: number(row, 'days'),
      kind: (row.values.kind ?? 'definite') as 'definite',
      consecutiveTo,
      custodyDays: number(row, 'custody_days'),
      fineCents: number(row, 'fine'),
      court: text(row, 'court') || null,
    } satisfies Line<'sentence'>['content'];
    put(planner, person, { kind: 'sentence', content, reason: text(row, 'reason') }, id);
    planner.note(
      row,
      person,
      content.date,
      `${content.years}-${content.months}-${content.days}`,
      content.kind,
    );
  }
}

/** Plans a line; answers it as the record would then hold it. */
function put(
  planner: Planner,
  person: Pick<Person, 'id'>,
  body: SentenceEntryBody,
  id: string,
): SentenceEntry {
  const { today } = planner.standing;
  const onDay = dayOfLine(body, today);
  planner.plan.sentence.push({
    id,
    prisoner_id: person.id,
    kind: body.kind,
    on_day: onDay,
    content: JSON.stringify(body.content),
    reason: body.reason,
    reverses: null,
  });
  return { ...body, id, position: 0, onDay, at: today } as SentenceEntry;
}

/** The lines of each person, those of the file that were taken before among them. */
class Records {
  readonly #planner: Planner;
  readonly #lines = new Map<string, readonly SentenceEntry[]>();
  constructor(planner: Planner) {
    this.#planner = planner;
  }

  of(person: Person): readonly SentenceEntry[] {
    return this.#lines.get(person.id) ?? this.#planner.standing.sentences.get(person.id) ?? [];
  }

  add(person: Person, body: SentenceEntryBody): void {
    const line = put(this.#planner, person, body, randomUUID());
    this.#lines.set(person.id, [...this.of(person), line]);
  }
}

/** Punishments as data: by whose order, from when, to when, what was lost. The same one is not taken in twice. */
export function planPunishments(planner: Planner, rows: readonly ImportRow[]): void {
  const records = new Records(planner);
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const content = {
      lost: text(row, 'lost') as Loss,
      what: text(row, 'what'),
      orderedBy: text(row, 'ordered_by'),
      order: text(row, 'order'),
      from: text(row, 'from'),
      to: text(row, 'to') || null,
    } satisfies Line<'punishment'>['content'];
    const { lost, what, order, from, to } = content;
    const stands = records
      .of(person)
      .some(
        line =>
          line.kind === 'punishment' &&
          line.content.order === order &&
          line.content.lost === lost &&
          line.content.from === from,
      );
    if (stands) planner.refuse(row, 'order', 'already-entered');
    else if (to !== null && to < from) planner.refuse(row, 'to', 'end-before-start');
    else {
      records.add(person, { kind: 'punishment', content, reason: text(row, 'reason') });
      planner.note(row, person, lost, what, order, from, to ?? '–');
    }
  }
}

/**
 * The day in court that a row about a person names, unless it stands already: `none` if nothing is to be added,
 * `wrong` after saying that the day or the court is missing.
 */
export function planCourtDay(
  planner: Planner,
  row: ImportRow,
  personId: string,
): 'planned' | 'none' | 'wrong' {
  const [on, court] = [text(row, 'court_day'), text(row, 'court')];
  if (on === '' && court === '') return 'none';
  if (on === '' || court === '') {
    planner.refuse(row, on === '' ? 'court_day' : 'court', 'missing');
    return 'wrong';
  }
  const stands = (planner.standing.sentences.get(personId) ?? []).some(
    line => line.kind === 'court-day' && line.content.on === on && line.content.court === court,
  );
  if (stands) return 'none';
  const body: Line<'court-day'> = {
    kind: 'court-day',
    content: { on, court },
    reason: 'Register of prisoners',
  };
  put(planner, { id: personId }, body, randomUUID());
  return 'planned';
}

/** Forfeited remission, each a notice that he must open (rule 96); never more than he has (rule 79). */
export function planForfeitures(planner: Planner, rows: readonly ImportRow[]): void {
  const records = new Records(planner);
  for (const row of rows) {
    const person = planner.personOf(row);
    if (!person) continue;
    const content = {
      days: number(row, 'days'),
      orderedBy: text(row, 'ordered_by'),
      order: text(row, 'order'),
      heardOn: text(row, 'heard_on') || null,
    } satisfies Line<'forfeiture'>['content'];
    const body: Line<'forfeiture'> = { kind: 'forfeiture', content, reason: text(row, 'reason') };
    const before = records.of(person);
    const stands = before.some(line => line.kind === 'forfeiture' && line.content.order === content.order);
    if (content.days === 0) planner.refuse(row, 'days', 'not-a-number');
    else if (stands) planner.refuse(row, 'order', 'already-entered');
    else if (!isForfeitable(before, body, planner.standing)) planner.refuse(row, 'days', 'beyond-remission');
    else {
      records.add(person, body);
      planner.note(row, person, String(content.days), content.order);
    }
  }
}

function isForfeitable(
  before: readonly SentenceEntry[],
  body: Line<'forfeiture'>,
  standing: Planner['standing'],
): boolean {
  const { today } = standing;
  try {
    assertForfeitable(before, { ...body, id: '', position: 0, onDay: today, at: today }, standing);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
