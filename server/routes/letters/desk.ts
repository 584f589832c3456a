import { handle, present } from '../../http/operation.ts';
import { directionOn, keyRegister, listSheets } from '../../queries/letter.ts';
import { todayOf } from '../today.ts';

/** The same for every kiosk, and whole: who looks for which answer is nobody's to know. */
export const letterDesk = handle('GET /api/kiosks/letters', async ({ context, caller }) => {
  const { read } = context.database;
  const prisonId = present(caller.kiosk, 'kiosk').prison_id;
  const direction = await directionOn(read, prisonId, await todayOf(context, prisonId));
  const sheets = await listSheets(read, prisonId);
  return {
    direction,
    register: await keyRegister(read, prisonId),
    answers: sheets.flatMap(({ answers }) => [...answers]),
    nextVisit: sheets.at(-1)?.nextVisit ?? null,
  };
});
