import { handle, present } from '../../http/operation.ts';
import { listBlocks } from '../../queries/paper.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const paperBlocks = handle('GET /api/paper', async ({ context, caller }) => ({
  blocks: await listBlocks(context.database.read, registerOf(present(caller.staff, 'staff'))),
}));
