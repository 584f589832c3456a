import type { Kysely } from 'kysely';
import type { Grade } from '../../shared/earnings/kinds.ts';
import type { Schema } from '../database/schema.ts';
import { workOn } from './earnings.ts';

/** The grade of each person's newest work in a wing: what the form offers first. */
async function lastGrades(db: Kysely<Schema>, wingId: string): Promise<Map<string, Grade>> {
  const newest = db
    .selectFrom('earnings_entry')
    .innerJoin('prisoner', 'prisoner.id', 'earnings_entry.prisoner_id')
    .select(['earnings_entry.prisoner_id', eb => eb.fn.max('earnings_entry.position').as('last')])
    .where('prisoner.wing_id', '=', wingId)
    .where('earnings_entry.kind', '=', 'work')
    .groupBy('earnings_entry.prisoner_id');
  const rows = await db
    .selectFrom(newest.as('newest'))
    .innerJoin('earnings_entry as line', join =>
      join.onRef('line.prisoner_id', '=', 'newest.prisoner_id').onRef('line.position', '=', 'newest.last'),
    )
    .select(['line.prisoner_id', 'line.grade'])
    .execute();
  return new Map(rows.flatMap(row => (row.grade ? [[row.prisoner_id, row.grade] as const] : [])));
}

/** Everybody of a wing on the sheet of a day: what is entered for him, and the grade he last worked in. */
export async function workSheet(db: Kysely<Schema>, prisonId: string, wingId: string, day: string) {
  const people = await db
    .selectFrom('prisoner')
    .innerJoin('prisoner_number', join =>
      join
        .onRef('prisoner_number.prisoner_id', '=', 'prisoner.id')
        .onRef('prisoner_number.prison_id', '=', 'prisoner.prison_id')
        .on('prisoner_number.current', '=', 1),
    )
    .select(['prisoner.id', 'prisoner.name', 'prisoner.class', 'prisoner_number.number'])
    .where('prisoner.prison_id', '=', prisonId)
    .where('prisoner.wing_id', '=', wingId)
    .where('prisoner.released_at', 'is', null)
    .orderBy('prisoner.name')
    .orderBy('prisoner.id')
    .execute();
  const entered = await workOn(db, prisonId, day);
  const last = await lastGrades(db, wingId);
  return people.map(person => ({
    ...person,
    entered: entered.get(person.id) ?? null,
    lastGrade: last.get(person.id) ?? null,
  }));
}
