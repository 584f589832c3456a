import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const statements = [
  'create table content_text (digest text primary key, words text not null)',
  `create table content_version (
    id text primary key, prison_id text references prison (id), page text not null, language text not null,
    version bigint not null, text text not null references content_text (digest), readers text not null, source text,
    state text not null, valid_from text, written_by text not null references staff (id), written_at text not null,
    reviewed_by text references staff (id), reviewed_at text, decided_by text references staff (id), decided_at text,
    reason text)`,
  `create unique index content_version_of on content_version (coalesce(prison_id, ''), page, language, version)`,
  `create table content_bundle (
    prison_id text not null references prison (id), digest text not null, entries text not null,
    given_at text not null, primary key (prison_id, digest))`,
  `create table content_shown (
    id text primary key, kiosk_id text not null references kiosk (id), bundle text not null, since text not null)`,
  'create index content_shown_of on content_shown (kiosk_id, since)',
];

/** Reading pages with versions, what was given to kiosks, and what they showed. */
export const contentVersions = {
  name: '027-content',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, {
      content_text: [],
      content_version: [
        'state',
        'valid_from',
        'reviewed_by',
        'reviewed_at',
        'decided_by',
        'decided_at',
        'reason',
      ],
      content_bundle: [],
      content_shown: [],
    });
  },
};
