import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** Who stands in for the officer in charge, and on which days. */
export const absence = {
  name: '022-absence',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of [
      `create table absence (
        id text primary key, prison_id text not null references prison (id), deputy_id text not null references staff (id),
        from_on text not null, until_on text not null, reason text not null, entered_by text not null references staff (id),
        entered_at text not null, ended_by text references staff (id), ended_at text)`,
      'create index absence_of on absence (prison_id, until_on)',
    ])
      await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { absence: ['ended_by', 'ended_at'] });
  },
};
