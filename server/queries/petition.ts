import type { Kysely } from 'kysely';
import { definitionOf } from '../../shared/rulebook/definitions.ts';
import { ruleOn } from '../../shared/rulebook/value.ts';
import { petitionKinds } from '../../shared/submission/kinds.ts';
import { dayOf, isoOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { act, theSystem } from './act.ts';
import { isOpen } from './case.ts';
import type { Prison } from './prison.ts';
import { rulesOf } from './rulebook.ts';

type Db = Kysely<Schema>;

const notForwarded = ['reading', 'triage'] as const;

/** How many hours *without delay* is, on a day of the prison (rule 140 has no number; the rulebook has). */
async function hoursToForward(db: Db, prisonId: string, day: string): Promise<number> {
  const { value } = ruleOn(await rulesOf(db, prisonId), 'petition-forward-within', day);
  return Number(value ?? definitionOf('petition-forward-within').value);
}

/** Petitions that are in the officers' list and did not leave the prison yet, as a query. */
function waitingHere(db: Db, prisonId: string) {
  return db
    .selectFrom('submission')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('open', '=', isOpen)
    .where('listed_at', 'is not', null)
    .where('kind', 'in', petitionKinds)
    .where('state', 'in', notForwarded)
    .where('reply_pending', '=', 0);
}

/**
 * Sends on what the officer in charge has not sent on in his hours, without his comment, and its history says so.
 * Answers the ids.
 */
export async function forwardLate(
  database: Database,
  prison: Prison,
  now: Temporal.Instant,
): Promise<string[]> {
  const waiting = await waitingHere(database.read, prison.id).execute();
  if (waiting.length === 0) return [];
  const hours = await hoursToForward(database.read, prison.id, dayOf(now, prison.zone).toString());
  const before = isoOf(now.subtract({ hours }));
  const late = waiting.filter(row => row.received_at <= before).map(row => row.id);
  const { reopeningsAllowed } = prison.settings;
  const at = isoOf(now);
  for (const id of late)
    await database.transaction(async tx => {
      await database.lockHead(tx, prison.id);
      // He may have sent it on in this very moment.
      const row = await waitingHere(tx, prison.id).where('id', '=', id).executeTakeFirst();
      const detail = { comment: false };
      if (row) await act(tx, row, { action: 'forward', person: theSystem, at, reopeningsAllowed, detail });
    });
  return late;
}
