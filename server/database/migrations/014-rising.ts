import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** How high an overdue case was brought, and which ones may rise further: looked for every morning. */
export const rising = {
  name: '014-rising',
  async up(db: Kysely<Schema>): Promise<void> {
    for (const statement of [
      'alter table submission add column risen bigint not null default 0',
      `create index submission_rising on submission (prison_id, due_on)
        where open = 1 and listed_at is not null and risen < 3`,
      `create index submission_risen on submission (prison_id, due_on, number)
        where open = 1 and listed_at is not null and risen >= 2`,
    ])
      await sql.raw(statement).execute(db);
  },
};
