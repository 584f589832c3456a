import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const statements = [
  `create table letter_key (
    prison_id text not null references prison (id), position bigint not null, statement text not null,
    entered_by text not null, entered_at text not null, primary key (prison_id, position))`,
  `create table letter_batch (
    id text primary key, prison_id text not null references prison (id), kiosk_id text not null references kiosk (id),
    night bigint not null, batch text not null, receipt text not null, received_at text not null,
    unique (kiosk_id, night))`,
  'create index letter_batch_of on letter_batch (prison_id, received_at)',
  `create table letter_sheet (
    id text primary key, prison_id text not null references prison (id), sheet text not null, entered_by text not null,
    entered_at text not null)`,
  'create index letter_sheet_of on letter_sheet (prison_id, entered_at)',
];

/** Sealed letters: whose keys count, the nights' trays, and the answers to them. */
export const letters = {
  name: '018-letters',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { letter_key: [], letter_batch: [], letter_sheet: [] });
  },
};
