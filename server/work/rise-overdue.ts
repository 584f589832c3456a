import { dayOf, isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { standInAt } from '../queries/absence.ts';
import { getPrison } from '../queries/prison.ts';
import { riseOverdue } from '../queries/rising.ts';

/**
 * Brings what is overdue up its ladder, once on every day of each prison, and again when another stands in for its
 * head. Never while the server's time is not confirmed: a clock that is set forward would otherwise bring everything
 * before the justices.
 */
export function makeRiser(context: Context): (prisonId: string) => Promise<string[]> {
  const doneOn = new Map<string, string>();
  return async prisonId => {
    const { database, clock } = context;
    if (!clock.confirmed) return [];
    const prison = await getPrison(database.read, prisonId);
    const today = dayOf(clock.now(), prison.zone).toString();
    const at = clock.now();
    // Who is entered in the course of the day counts from then on.
    const standIn = await standInAt(database.read, prisonId, at);
    const done = `${today} ${standIn?.id ?? ''}`;
    if (doneOn.get(prisonId) === done) return [];
    const risen = await riseOverdue(database, { prison, today, at: isoOf(at) });
    doneOn.set(prisonId, done);
    return risen;
  };
}
