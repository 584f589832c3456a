import { handle, present } from '../../http/operation.ts';
import { letterStanding } from '../../queries/letter.ts';
import { prisonsOf } from '../log/scope.ts';
import { todayOf } from '../today.ts';

export const showLetters = handle('GET /api/letters', async ({ context, caller }) => {
  const { read } = context.database;
  const prisonIds = await prisonsOf(read, present(caller.staff, 'staff'));
  const standing = async (id: string) => letterStanding(read, id, await todayOf(context, id));
  return { prisons: await Promise.all(prisonIds.map(standing)) };
});
