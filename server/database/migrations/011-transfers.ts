import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

/** From one prison of a server to another: who was sent, how he stood there, and who took him in. */
export const transfers = {
  name: '011-transfers',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of [
      `create table transfer (
        id text primary key, prisoner_id text not null references prisoner (id),
        from_prison_id text not null references prison (id), to_prison_id text not null references prison (id),
        number text not null, wing_id text not null references wing (id), class text not null, on_day text not null,
        reason text not null, sent_by text not null, sent_at text not null, state text not null, decided_by text,
        decided_at text)`,
      'create index transfer_from on transfer (from_prison_id, prisoner_id)',
      'create index transfer_to on transfer (to_prison_id, state)',
      'create index transfer_of on transfer (prisoner_id, state)',
    ])
      await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, { transfer: ['state', 'decided_by', 'decided_at'] });
  },
};
