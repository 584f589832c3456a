import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const statements = [
  `create table recording_words (
    id text primary key, submission_id text not null references submission (id), position bigint not null,
    kind text not null,
    language text not null, text text not null, written_by text not null references staff (id),
    written_at text not null, unique (submission_id, position))`,
];

/** What was typed beside a recording: its words, and their translation. */
export const recordingWords = {
  name: '030-recording-words',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { recording_words: [] });
  },
};
