import { dayOf, isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { getPrison } from '../queries/prison.ts';
import { riseOverdue } from '../queries/rising.ts';

/**
 * Brings what is overdue up its ladder, once on every day of each prison. Never while the server's time is not
 * confirmed: a clock that is set forward would otherwise bring everything before the justices.
 */
export function makeRiser(context: Context): (prisonId: string) => Promise<string[]> {
  const doneOn = new Map<string, string>();
  return async prisonId => {
    const { database, clock } = context;
    if (!clock.confirmed) return [];
    const prison = await getPrison(database.read, prisonId);
    const today = dayOf(clock.now(), prison.zone).toString();
    if (doneOn.get(prisonId) === today) return [];
    const risen = await riseOverdue(database, { prison, today, at: isoOf(clock.now()) });
    doneOn.set(prisonId, today);
    return risen;
  };
}
