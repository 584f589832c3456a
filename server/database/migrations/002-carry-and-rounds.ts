import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const statements = [
  "alter table kiosk add column kind text not null default 'wall'",
  'alter table kiosk add column card_prefix text',
  'alter table kiosk add column device_pin text',
  "alter table kiosk_code add column kind text not null default 'wall'",
  'alter table kiosk_code add column card_prefix text',
  'alter table kiosk_code add column device_pin text',
  `create table kiosk_export (
    id text primary key, prison_id text not null references prison (id), kiosk_id text not null references kiosk (id),
    made_at text not null, items text not null, reported_at text not null, imported_at text, imported_by text)`,
  'create index kiosk_export_of on kiosk_export (prison_id, made_at)',
  // Where somebody is held who cannot come to a kiosk by himself.
  `create table placement (
    id text primary key, prison_id text not null references prison (id),
    prisoner_id text not null references prisoner (id), section text not null, from_on text not null, until_on text,
    recorded_by text not null, recorded_at text not null, ended_by text, ended_at text)`,
  'create unique index placement_now on placement (prisoner_id) where until_on is null',
  'create index placement_of on placement (prison_id, section) where until_on is null',
  `create table offer (
    id text primary key references intake (id), prison_id text not null references prison (id),
    kiosk_id text not null references kiosk (id), section text not null, number text not null,
    prisoner_id text references prisoner (id), made_at text not null, made_on text not null,
    received_at text not null, answer text not null, reason text)`,
  'create index offer_to on offer (prisoner_id, made_at)',
  'create index offer_of on offer (prison_id, made_at)',
  `create table paper_sheet (
    id text primary key, prison_id text not null references prison (id), first bigint not null, last bigint not null,
    printed_by text not null, printed_at text not null, unique (prison_id, first))`,
  `create table paper_code (
    prison_id text not null references prison (id), number bigint not null, code text not null unique,
    sheet_id text not null references paper_sheet (id), primary key (prison_id, number))`,
];

/** Queues carried on a stick, rounds with a carried kiosk, and codes that stand on paper. */
export const carryAndRounds = {
  name: '002-carry-and-rounds',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, {
      kiosk_export: ['imported_at', 'imported_by'],
      placement: ['until_on', 'ended_by', 'ended_at'],
      offer: [],
      paper_sheet: [],
      paper_code: [],
    });
  },
};
