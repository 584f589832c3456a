import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** As the record of reception has it; null while nobody entered it. */
export const sex = {
  name: '019-sex',
  async up(db: Kysely<Schema>): Promise<void> {
    await sql.raw('alter table prisoner add column sex text').execute(db);
  },
};
