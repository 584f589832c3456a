import type { Kysely } from 'kysely';
import type { Loss } from '../../../shared/sentence/losses.ts';
import type { HeldNow } from '../../../shared/visit/schema.ts';
import type { Schema } from '../../database/schema.ts';
import { entryRowsIn, standingRows } from '../entries.ts';
import { lastOffered, listPlacements } from '../placement.ts';
import { everyoneRows } from '../prisoner-register.ts';
import type { Span } from './span.ts';

type Db = Kysely<Schema>;

interface Punishment {
  readonly prisonerId: string;
  readonly lost: Loss;
  readonly from: string;
  readonly to: string | null;
  readonly orderedBy: string;
  readonly why: string;
}

async function punishmentsNow(db: Db, { prison, today }: Span): Promise<Punishment[]> {
  const rows = standingRows(await entryRowsIn(db, 'sentence', prison.id));
  return rows.flatMap(({ kind, content, prisoner_id, reason }) => {
    if (kind !== 'punishment') return [];
    const { lost, from, to, orderedBy } = JSON.parse(content) as Omit<Punishment, 'prisonerId' | 'why'>;
    if (from > today || (to !== null && to < today)) return [];
    return [{ prisonerId: prisoner_id, lost, from, to, orderedBy, why: reason }];
  });
}

async function lastExamined(db: Db, prisonId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('prisoner_event')
    .select(['prisoner_id', eb => eb.fn.max('on_day').as('last')])
    .where('prison_id', '=', prisonId)
    .where('kind', '=', 'medical-examination')
    .groupBy('prisoner_id')
    .execute();
  return new Map(rows.map(row => [row.prisoner_id, String(row.last)]));
}

/** Who is under punishment, or held apart, today; the longest first. */
export async function heldNow(db: Db, span: Span): Promise<HeldNow[]> {
  const { prison, today } = span;
  const [placed, punished, examined, offered, people] = await Promise.all([
    listPlacements(db, prison.id, today),
    punishmentsNow(db, span),
    lastExamined(db, prison.id),
    lastOffered(db, prison.id),
    everyoneRows(db, prison.id).where('person.releasedAt', 'is', null).execute(),
  ]);
  const seen = (prisonerId: string) => ({
    examinedOn: examined.get(prisonerId) ?? null,
    offeredOn: offered.get(prisonerId) ?? null,
  });
  const inCells = placed.filter(({ untilOn }) => untilOn === null);
  const rows = inCells.map(({ prisonerId, number, name, section, fromOn }): HeldNow => {
    const order = punished.find(one => one.prisonerId === prisonerId && one.lost === 'separate-cell');
    const known = section === 'punishment-cells' ? order : undefined;
    return {
      number,
      name,
      where: section,
      since: fromOn,
      until: known?.to ?? null,
      why: known?.why ?? null,
      orderedBy: known?.orderedBy ?? null,
      ...seen(prisonerId),
    };
  });
  const personOf = new Map(people.map(({ id, number, name }) => [id, { number, name }]));
  const placedIn = new Set(
    inCells.flatMap(({ prisonerId, section }) => (section === 'punishment-cells' ? prisonerId : [])),
  );
  for (const { prisonerId, lost, from, to, orderedBy, why } of punished) {
    const person = personOf.get(prisonerId);
    if (!person || (lost === 'separate-cell' && placedIn.has(prisonerId))) continue;
    const where = `punishment-${lost}` as const;
    rows.push({ ...person, where, since: from, until: to, why, orderedBy, ...seen(prisonerId) });
  }
  return rows.toSorted((a, b) => a.since.localeCompare(b.since) || a.number.localeCompare(b.number));
}
