import { isoOf } from '../clock.ts';
import { getPrison } from '../queries/prison.ts';
import { riseOverdue } from '../queries/rising.ts';
import { type Calendar, instantAt } from './calendar.ts';
import type { Stage } from './stage.ts';
import { days } from './usual-stories.ts';

/** At the beginning of every day since the oldest story what is overdue rises, as it does in a prison whose server runs. */
export function morningMoments({ today, zone }: Calendar) {
  return Array.from({ length: days + 1 }, (_, ago) => {
    const day = today.subtract({ days: ago });
    const at = instantAt(day, 60, zone);
    return {
      at,
      happen: async ({ past, scene }: Stage): Promise<void> => {
        const { database } = past.context;
        const prison = await getPrison(database.read, scene.prisonId);
        await riseOverdue(database, { prison, today: day.toString(), at: isoOf(at) });
      },
    };
  });
}
