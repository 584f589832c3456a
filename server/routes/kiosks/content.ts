import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { giveBundle } from '../../queries/content-bundle.ts';
import { todayOf } from '../today.ts';

export const kioskContent = handle('GET /api/kiosks/content', async ({ context, caller }) => {
  const prisonId = present(caller.kiosk, 'kiosk').prison_id;
  const day = await todayOf(context, prisonId);
  const { digest, entries, texts } = await giveBundle(context.database, prisonId, {
    day,
    at: isoOf(context.clock.now()),
  });
  return {
    digest,
    entries: entries.map(entry => ({ ...entry, readers: [...entry.readers] })),
    texts: [...texts],
  };
});
