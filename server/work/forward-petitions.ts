import type { Context } from '../context.ts';
import { forwardLate } from '../queries/petition.ts';
import { getPrison } from '../queries/prison.ts';

const everyMs = 60_000;

/**
 * Sends on petitions whose hours are over, looked for once a minute in each prison. Never while the server's time is
 * not confirmed, as with what is overdue.
 */
export function makeForwarder(context: Context): (prisonId: string) => Promise<string[]> {
  const lookedAt = new Map<string, number>();
  return async prisonId => {
    const { database, clock } = context;
    const now = clock.now();
    if (!clock.confirmed || now.epochMilliseconds - (lookedAt.get(prisonId) ?? 0) < everyMs) return [];
    const forwarded = await forwardLate(database, await getPrison(database.read, prisonId), now);
    lookedAt.set(prisonId, now.epochMilliseconds);
    return forwarded;
  };
}
