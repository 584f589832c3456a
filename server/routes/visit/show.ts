import { isDay } from '../../../shared/prisoner/lines.ts';
import { Problem } from '../../../shared/problems.ts';
import { dayOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { getPrison } from '../../queries/prison.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { visitPack } from '../../queries/visit/pack.ts';
import { spanOf } from '../../queries/visit/span.ts';

/** As long as justices usually stay away. */
const usualDays = 31;

/** The pack on the screen: of losses only those that followed a submission, for the others are nobody's business here. */
export const showVisit = handle('GET /api/visit', async ({ context, caller, query }) => {
  const { database, keys, clock } = context;
  const reader = present(caller.staff, 'staff');
  const prison = await getPrison(database.read, registerOf(reader));
  const now = clock.now();
  const today = dayOf(now, prison.zone);
  const since = query.since ?? today.subtract({ days: usualDays }).toString();
  if (!isDay(since) || since > today.toString()) throw new Problem('value-wrong');
  const pack = await visitPack(database.read, keys, reader, spanOf(prison, since, now));
  return { ...pack, losses: pack.losses.filter(({ after }) => after !== null) };
});
