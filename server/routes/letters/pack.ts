import { dayOf, isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { makePack } from '../../queries/letter.ts';
import { getPrison } from '../../queries/prison.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { visitPack } from '../../queries/visit/pack.ts';
import { spanOf } from '../../queries/visit/span.ts';

/** Of letters from the beginning, the visit still looks back no further than this. */
const longestVisit = 92;

export const letterPack = handle('GET /api/letters/pack', async ({ context, caller, query }) => {
  const { database, keys, clock } = context;
  const reader = present(caller.staff, 'staff');
  const prisonId = registerOf(reader);
  const prison = await getPrison(database.read, prisonId);
  const now = clock.now();
  const { since } = query;
  const first =
    since === undefined
      ? dayOf(now, prison.zone).subtract({ days: longestVisit })
      : dayOf(Temporal.Instant.from(since), prison.zone);
  const visit = await visitPack(database.read, keys, reader, spanOf(prison, first.toString(), now));
  return makePack(database.read, { prisonId, since, visit, at: isoOf(now) });
});
