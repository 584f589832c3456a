import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';

const isCounted = (row: 'old' | 'new') =>
  `${row}.listed_at is not null and ${row}.state in ('answered', 'delivered')`;

/** Where a row is counted; a key holds no null. */
const keyOf = (row: 'old' | 'new') =>
  `${row}.prison_id, ${row}.owner, ${row}.state, coalesce(${row}.unit, ''), coalesce(${row}.wing_id, '')`;

const columns = 'prison_id, owner, state, unit, wing_id';
const watched = 'listed_at, state, owner, unit, wing_id';

const takeOut = `
  update submission_answered set amount = amount - 1 where (${columns}) = (${keyOf('old')});
  delete from submission_answered where (${columns}) = (${keyOf('old')}) and amount = 0;`;

const putIn = `
  insert into submission_answered (${columns}, amount) values (${keyOf('new')}, 1)
    on conflict (${columns}) do update set amount = submission_answered.amount + 1;`;

const sqliteTriggers = [
  `create trigger submission_answered_made after insert on submission when ${isCounted('new')} begin ${putIn} end`,
  `create trigger submission_answered_left after update of ${watched} on submission
     when ${isCounted('old')} begin ${takeOut} end`,
  `create trigger submission_answered_came after update of ${watched} on submission
     when ${isCounted('new')} begin ${putIn} end`,
];

const postgresTriggers = [
  `create function submission_answered_out() returns trigger language plpgsql as $$
     begin ${takeOut} return null; end $$`,
  `create function submission_answered_in() returns trigger language plpgsql as $$
     begin ${putIn} return null; end $$`,
  `create trigger submission_answered_made after insert on submission for each row
     when (${isCounted('new')}) execute function submission_answered_in()`,
  `create trigger submission_answered_left after update of ${watched} on submission for each row
     when (${isCounted('old')}) execute function submission_answered_out()`,
  `create trigger submission_answered_came after update of ${watched} on submission for each row
     when (${isCounted('new')}) execute function submission_answered_in()`,
];

/**
 * Keeps the number of answered submissions by office, state, unit and wing, in the transaction of every
 * change: they grow with the years, and counting them at every look at the list would grow with them.
 */
export async function countAnswered(db: Kysely<Schema>, engine: Engine): Promise<void> {
  for (const trigger of engine === 'sqlite' ? sqliteTriggers : postgresTriggers)
    await sql.raw(trigger).execute(db);
}
