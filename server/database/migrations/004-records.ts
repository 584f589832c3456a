import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** What the lines of a record have in common. */
const entry = (name: string, more: string) => [
  `create table ${name} (
    id text primary key, prison_id text not null references prison (id), prisoner_id text not null references prisoner (id),
    position bigint not null, kind text not null, on_day text not null, ${more}, reason text not null,
    reverses text unique, import_id text references import (id), by_id text, at text not null,
    unique (prisoner_id, position))`,
  `create index ${name}_day on ${name} (prison_id, on_day)`,
];

const tables = [
  `create table rulebook_entry (
    id text primary key, prison_id text references prison (id), key text not null, kind text not null, value text not null,
    source text not null, confirmed bigint not null, paper text, valid_from text not null, reason text not null,
    state text not null, proposed_by text not null, proposed_at text not null, decided_by text, decided_at text)`,
  'create index rulebook_entry_of on rulebook_entry (prison_id, key)',
  `create table import (
    id text primary key, prison_id text not null references prison (id), noun text not null, digest text not null,
    lines bigint not null, by_id text not null, at text not null)`,
  ...entry('sentence_entry', 'content text not null'),
  ...entry('stage_entry', 'content text not null'),
  ...entry(
    'earnings_entry',
    'grade text, days bigint not null, rate_cents bigint, amount_cents bigint not null',
  ),
  `create table sentence_check (
    id text primary key, prison_id text not null references prison (id), prisoner_id text not null references prisoner (id),
    latest text not null, earliest text not null, first_by text not null, first_at text not null, second_by text,
    second_at text)`,
  'create index sentence_check_of on sentence_check (prisoner_id, first_at)',
  `create table sentence_shown (
    id text primary key, prisoner_id text not null references prisoner (id), at text not null, content text not null)`,
  'create index sentence_shown_of on sentence_shown (prisoner_id, at)',
  `create table notice_answer (
    id text primary key, entry_id text not null references sentence_entry (id),
    prisoner_id text not null references prisoner (id), at text not null, kind text not null, counts bigint not null)`,
  'create index notice_answer_of on notice_answer (entry_id)',
  'create index notice_answer_by on notice_answer (prisoner_id)',
  `create table prisoner_event (
    id text primary key, prison_id text not null references prison (id), prisoner_id text not null references prisoner (id),
    kind text not null, on_day text not null, content text not null, by_id text, at text not null)`,
  'create index prisoner_event_of on prisoner_event (prisoner_id, kind)',
  'create index prisoner_event_day on prisoner_event (prison_id, kind, on_day)',
  `create table prisoner_pin (
    prisoner_id text primary key references prisoner (id), must_change bigint not null, reset_at text)`,
  `create table pin_slip (
    id text primary key, prison_id text not null references prison (id), prisoner_id text not null references prisoner (id),
    why text not null, asked_by text not null, asked_at text not null, second_by text, second_at text, printed_by text,
    printed_at text)`,
  'create index pin_slip_of on pin_slip (prison_id, asked_at)',
  `create table submission_figures (
    submission_id text primary key references submission (id), figures text not null)`,
];

/** The prisoner's own record and the rulebook that it is counted by: added to, never rewritten. */
export const records = {
  name: '004-records',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const table of tables) await sql.raw(table).execute(db);
    await guardFromChange(db, engine, {
      rulebook_entry: ['state', 'decided_by', 'decided_at'],
      import: [],
      sentence_entry: [],
      stage_entry: [],
      earnings_entry: [],
      sentence_check: ['second_by', 'second_at'],
      sentence_shown: [],
      notice_answer: [],
      prisoner_event: [],
      pin_slip: ['second_by', 'second_at', 'printed_by', 'printed_at'],
      submission_figures: [],
    });
  },
};
