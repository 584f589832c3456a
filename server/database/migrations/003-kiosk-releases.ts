import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const tables = [
  `create table kiosk_build (
    id text primary key, version text not null, arrived_at text not null)`,
  `create table kiosk_release (
    prison_id text not null references prison (id), position bigint not null,
    build text not null references kiosk_build (id), step text not null, kiosk_id text references kiosk (id),
    at text not null, actor_id text, primary key (prison_id, position))`,
];

/** Builds of the kiosk that came to this server, and how each prison let them in: one kiosk first, then all. */
export const kioskReleases = {
  name: '003-kiosk-releases',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const table of tables) await sql.raw(table).execute(db);
    await guardFromChange(db, engine, { kiosk_build: [], kiosk_release: [] });
  },
};
