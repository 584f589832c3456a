import { dayOf, isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { getPrison } from '../queries/prison.ts';
import { applyRulebook } from '../queries/rulebook.ts';

/** Once on every day of each prison, what was decided to begin on that day begins. */
export function makeApplier(context: Context): (prisonId: string) => Promise<void> {
  const doneOn = new Map<string, string>();
  return async prisonId => {
    const { database, clock } = context;
    // A clock that is set forward would otherwise begin what is to come.
    if (!clock.confirmed) return;
    const { zone } = await getPrison(database.read, prisonId);
    const today = dayOf(clock.now(), zone).toString();
    if (doneOn.get(prisonId) === today) return;
    await applyRulebook(database, prisonId, isoOf(clock.now()));
    doneOn.set(prisonId, today);
  };
}
