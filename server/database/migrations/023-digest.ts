import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** Who read on which day what is overdue. */
export const digest = {
  name: '023-digest',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    await sql
      .raw(
        `create table digest_read (
          staff_id text not null references staff (id), on_day text not null, late bigint not null, read_at text not null,
          primary key (staff_id, on_day))`,
      )
      .execute(db);
    await guardFromChange(db, engine, { digest_read: [] });
  },
};
