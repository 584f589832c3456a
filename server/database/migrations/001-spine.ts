import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { createSubmissionText } from '../search.ts';
import { countAnswered } from './answered.ts';
import { guardFromChange } from './guards.ts';

/** Column types that both engines read the same way. PostgreSQL's integer is 32 bits, so counts are bigint. */
const tables = [
  `create table prison (
    id text primary key, name text not null, zone text not null, settings text not null,
    demonstration bigint not null, created_at text not null)`,
  `create table wing (
    id text primary key, prison_id text not null references prison (id), name text not null,
    unique (prison_id, name))`,
  `create table prisoner (
    id text primary key, prison_id text not null references prison (id), wing_id text not null references wing (id),
    name text not null, class text not null, pin_hash text not null, pin_set_at text not null, released_at text)`,
  `create table prisoner_number (
    prison_id text not null references prison (id), number text not null,
    prisoner_id text not null references prisoner (id), current bigint not null, primary key (prison_id, number))`,
  'create index prisoner_number_of on prisoner_number (prisoner_id)',
  `create table kiosk (
    id text primary key, prison_id text not null references prison (id), wing_id text not null references wing (id),
    name text not null, mode text not null, public_key text not null unique, enrolled_at text not null,
    revoked_at text, last_seen_at text, status text)`,
  `create table kiosk_code (
    code_hash text primary key, prison_id text not null references prison (id), wing_id text not null references wing (id),
    name text not null, made_by text not null, expires_at text not null, used_at text)`,
  `create table prisoner_session (
    token_hash text primary key, prisoner_id text not null references prisoner (id),
    kiosk_id text not null references kiosk (id), created_at text not null, expires_at text not null, ended_at text)`,
  `create table sign_in (
    id text primary key, prisoner_id text not null references prisoner (id), kiosk_id text not null references kiosk (id),
    wing_id text not null references wing (id), at text not null, not_me_at text)`,
  'create index sign_in_of on sign_in (prisoner_id, at)',
  'create table throttle (key text primary key, failures bigint not null, not_before bigint not null)',
  `create table intake (
    id text primary key, prison_id text not null references prison (id), kiosk_id text not null references kiosk (id),
    sequence bigint not null, arrival bigint not null, hash text not null, statement text not null, signature text not null,
    sealed text not null, identity text, code text not null, receipt text not null, received_at text not null,
    state text not null, reason text, from_revoked bigint not null)`,
  'create index intake_sequence on intake (kiosk_id, sequence)',
  "create index intake_queue on intake (prison_id, arrival) where state = 'sealed'",
  `create table intake_conflict (
    id text primary key, intake_id text not null references intake (id), hash text not null, item text not null,
    kiosk_id text not null, received_at text not null, unique (intake_id, hash))`,
  `create table submission (
    id text primary key references intake (id), prison_id text not null references prison (id), number bigint,
    kind text not null, problem text not null, when_it_was text not null, many text not null, text text, about text,
    language text not null, wing_id text references wing (id), prisoner_id text references prisoner (id),
    identity text not null, person_needed bigint not null, code text not null, received_at text not null,
    received_on text not null, due_on text not null, listed_at text, list_after text, state text not null,
    owner text not null, unit text, open bigint not null, head_office_named bigint not null,
    reply_pending bigint not null, reopened bigint not null, version bigint not null, state_since text not null,
    unique (prison_id, number))`,
  // One index range per list: merging ranges of several states costs PostgreSQL thirty times as much.
  'create index submission_inbox on submission (prison_id, owner, due_on, number) where open = 1 and listed_at is not null',
  'create index submission_unit on submission (prison_id, unit, due_on, number) where open = 1 and listed_at is not null',
  'create index submission_all_open on submission (prison_id, due_on, number) where open = 1 and listed_at is not null',
  'create index submission_state on submission (prison_id, state, number) where listed_at is not null',
  // Offices that have few of very many: what they have finished is not searched for among everything.
  "create index submission_headquarters on submission (prison_id, state, number) where owner = 'headquarters' and listed_at is not null",
  "create index submission_unit_state on submission (prison_id, unit, state, number) where owner = 'unit' and listed_at is not null",
  // Holds all that counting the open ones looks at, so that their rows are not read.
  `create index submission_open_count on submission (
    prison_id, owner, state, unit, wing_id, identity, kind, due_on, open, listed_at) where open = 1 and listed_at is not null`,
  // Answered ones wait for the prisoner's word, often for ever: counted as they come and go, by triggers.
  `create table submission_answered (
    prison_id text not null, owner text not null, state text not null, unit text not null, wing_id text not null,
    amount bigint not null, primary key (prison_id, owner, state, unit, wing_id))`,
  'create index submission_of on submission (prisoner_id, received_at)',
  'create index submission_code on submission (prison_id, code)',
  'create index submission_waiting on submission (list_after) where listed_at is null',
  `create table submission_named (
    submission_id text not null references submission (id), staff_id text, name text not null,
    unique (submission_id, staff_id, name))`,
  'create index submission_named_staff on submission_named (staff_id)',
  `create table reply (
    id text primary key, submission_id text not null references submission (id), author_id text not null,
    author_office text not null, outcome text not null, on_day text, next text, text text not null,
    language text not null, written_at text not null, sends_at text not null, sent_at text, called_back_at text)`,
  'create index reply_of on reply (submission_id, written_at)',
  'create index reply_waiting on reply (sends_at) where sent_at is null and called_back_at is null',
  `create table event (
    id text primary key, submission_id text not null references submission (id), position bigint not null,
    at text not null, actor text not null, actor_id text, actor_role text, action text not null, from_state text,
    to_state text not null, detail text not null, salt text not null, unique (submission_id, position))`,
  `create table claim (
    id text primary key, submission_id text not null unique references submission (id),
    prison_id text not null references prison (id), number text not null, prisoner_id text references prisoner (id),
    at text not null, state text not null, answered_at text)`,
  'create index claim_of on claim (prisoner_id)',
  `create table staff (
    id text primary key, prison_id text references prison (id), wing_id text references wing (id),
    username text not null unique, name text not null, role text not null, unit text,
    superior_id text references staff (id), password_hash text, state text not null, proposed_by text,
    approved_by text, must_change bigint not null, created_at text not null)`,
  `create table staff_session (
    token_hash text primary key, staff_id text not null references staff (id), created_at text not null,
    expires_at text not null, ended_at text)`,
  `create table law (
    id bigint primary key, title text not null, notice text not null, version text not null, imported_at text not null)`,
  `create table law_rule (
    number bigint primary key, part text not null, part_title text not null, heading text not null, body text)`,
  `create table irregularity (
    id text primary key, prison_id text references prison (id), at text not null, kind text not null, kiosk_id text,
    detail text not null, once text not null unique)`,
  `create table clock (
    id bigint primary key, latest_seen text not null, confirmed bigint not null, reason text,
    kiosk_error bigint not null)`,
  'create table clock_confirmation (staff_id text primary key references staff (id), at text not null)',
  `create table record (
    id text primary key, prison_id text references prison (id), kind text not null, at text not null, actor_id text,
    content text not null, salt text not null)`,
  'create index record_of on record (prison_id, kind, at)',
  `create table log_head (
    prison_id text primary key references prison (id), size bigint not null, frontier text not null)`,
  `create table log_entry (
    prison_id text not null references prison (id), position bigint not null, entry text not null,
    leaf_hash text not null, at text not null, primary key (prison_id, position))`,
];

/** The tables of the main job, and the triggers that keep its history from being changed. */
export const spine = {
  name: '001-spine',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const table of tables) await sql.raw(table).execute(db);
    await createSubmissionText(db, engine);
    await countAnswered(db, engine);
    await guardFromChange(db, engine, {
      log_entry: [],
      event: [],
      intake_conflict: [],
      submission_named: [],
      record: [],
      // What may still change on a row; everything else on it stands for ever.
      intake: ['identity', 'state', 'reason'],
      reply: ['sent_at', 'called_back_at'],
      claim: ['state', 'answered_at'],
      submission: [
        'number',
        'wing_id',
        'prisoner_id',
        'identity',
        'person_needed',
        'listed_at',
        'list_after',
        'state',
        'owner',
        'unit',
        'open',
        'head_office_named',
        'reply_pending',
        'reopened',
        'version',
        'state_since',
        'received_on',
        'due_on',
      ],
    });
  },
};
