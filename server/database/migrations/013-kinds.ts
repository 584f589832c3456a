import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardColumn, guardFromChange } from './guards.ts';

/** Kinds of submission as decided lines, and the version that each submission was made under. */
export const kindVersions = {
  name: '013-kinds',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of [
      `create table kind_version (
        id text primary key, prison_id text not null references prison (id), kind text not null, version bigint,
        rules text not null, reason text not null, state text not null, proposed_by text not null references staff (id),
        proposed_at text not null, decided_by text references staff (id), decided_at text,
        unique (prison_id, kind, version))`,
      'alter table submission add column kind_version bigint not null default 0',
    ])
      await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { kind_version: ['version', 'state', 'decided_by', 'decided_at'] });
    await guardColumn(db, engine, 'submission', 'kind_version');
  },
};
