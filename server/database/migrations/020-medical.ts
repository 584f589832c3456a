import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** What the infirmary has finished of people's health, as an index of its own beside that of other units. */
export const medical = {
  name: '020-medical',
  async up(db: Kysely<Schema>): Promise<void> {
    await sql
      .raw(
        `create index submission_medical_state on submission (prison_id, unit, state, number)
          where owner = 'medical' and listed_at is not null`,
      )
      .execute(db);
  },
};
