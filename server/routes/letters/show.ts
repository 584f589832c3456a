import { handle, present } from '../../http/operation.ts';
import { countTrays, directionOn, keyRegister, listSheets } from '../../queries/letter.ts';
import { onePrisonOf } from '../log/scope.ts';
import { todayOf } from '../today.ts';

export const showLetters = handle('GET /api/letters', async ({ context, caller, query }) => {
  const { read } = context.database;
  const prisonId = await onePrisonOf(read, present(caller.staff, 'staff'), query.prison);
  const sheets = await listSheets(read, prisonId);
  return {
    direction: await directionOn(read, prisonId, await todayOf(context, prisonId)),
    prison: prisonId,
    register: await keyRegister(read, prisonId),
    trays: await countTrays(read, prisonId),
    sheets: sheets.map(({ enteredAt, nextVisit }) => ({ enteredAt, nextVisit })),
  };
});
