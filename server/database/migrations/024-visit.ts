import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** For the visiting justice: when a kiosk was silent. */
export const visit = {
  name: '024-visit',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    await sql
      .raw(
        `create table kiosk_silence (
          kiosk_id text not null references kiosk (id), from_at text not null, until_at text not null,
          primary key (kiosk_id, from_at))`,
      )
      .execute(db);
    await guardFromChange(db, engine, { kiosk_silence: [] });
  },
};
