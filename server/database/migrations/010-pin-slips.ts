import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import { guardFromChange } from './guards.ts';

const unguard = {
  sqlite: ['drop trigger pin_slip_stays', 'drop trigger pin_slip_fixed'],
  postgres: ['drop function pin_slip_guard() cascade'],
} as const;

/** Why a PIN is to be reset, and the second person's no. */
export const pinSlips = {
  name: '010-pin-slips',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const statement of [
      "alter table pin_slip add column reason text not null default ''",
      'alter table pin_slip add column refused bigint not null default 0',
      'create index pin_slip_person on pin_slip (prisoner_id)',
      'create index sign_in_not_me on sign_in (not_me_at) where not_me_at is not null',
      // The guard knows the columns that were there when it was made.
      ...unguard[engine],
    ])
      await sql.raw(statement).execute(db);
    await guardFromChange(db, engine, {
      pin_slip: ['second_by', 'second_at', 'refused', 'printed_by', 'printed_at'],
    });
  },
};
