import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';

/** The wing that a submission is about, in its JSON. */
const aboutWing = { sqlite: "about ->> '$.wing'", postgres: "about::json ->> 'wing'" } as const;

/** Which wings' first readers stand too near to a submission: its kiosk's, its writer's, the one it is about. */
export const readers = {
  name: '007-readers',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    await sql`alter table submission add column near_wings text not null default ''`.execute(db);
    await sql
      .raw(
        `update submission set near_wings = coalesce(wing_id, '') || ',' || coalesce(${aboutWing[engine]}, '') || ',' ||
          coalesce((select wing_id from prisoner where prisoner.id = submission.prisoner_id), '')`,
      )
      .execute(db);
  },
};
