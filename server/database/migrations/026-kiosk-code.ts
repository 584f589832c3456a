import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** What the server gives to kiosks, byte for byte, as it stood at a start: one row for each content of a build. */
export const kioskCode = {
  name: '026-kiosk-code',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    await sql
      .raw(
        `create table kiosk_build_code (
          prison_id text not null references prison (id), build text not null references kiosk_build (id),
          digest text not null, noted_at text not null, primary key (prison_id, build, digest))`,
      )
      .execute(db);
    await guardFromChange(db, engine, { kiosk_build_code: [] });
  },
};
