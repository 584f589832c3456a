import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Digits or pictures: what somebody's PIN is made of. */
export const pinKinds = {
  name: '012-pin-kinds',
  async up(db: Kysely<Schema>): Promise<void> {
    await sql.raw("alter table prisoner add column pin_kind text not null default 'digits'").execute(db);
  },
};
