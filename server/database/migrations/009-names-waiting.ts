import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Submissions whose name waits for its check, listed or not: looked for at every tick. */
export const namesWaiting = {
  name: '009-names-waiting',
  async up(db: Kysely<Schema>): Promise<void> {
    await sql
      .raw("create index submission_checking on submission (prison_id) where identity = 'checking'")
      .execute(db);
  },
};
