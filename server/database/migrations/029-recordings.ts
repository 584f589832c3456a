import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardColumn, guardFromChange } from './guards.ts';

const statements = [
  `create table recording_part (
    recording_id text not null, position bigint not null, submission_id text not null,
    prison_id text not null references prison (id), kiosk_id text not null references kiosk (id),
    digest text not null, sealed text not null, signature text not null, received_at text not null,
    primary key (recording_id, position))`,
  'alter table submission add column recording text',
];

/** What was spoken: that there is something, and its sealed pieces. */
export const recordings = {
  name: '029-recordings',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { recording_part: [] });
    await guardColumn(db, engine, 'submission', 'recording');
  },
};
