import { handle, present } from '../../http/operation.ts';
import { entryRows } from '../../queries/entries.ts';
import { stageOf } from '../../queries/stage.ts';
import { lineRows } from '../line-rows.ts';
import { readerFor } from '../record-owner.ts';

export const stagePage = handle(
  'GET /api/prisoners/:id/stage',
  async ({ context, caller, params, query }) => {
    const staff = present(caller.staff, 'staff');
    const { read } = context.database;
    const { prisoner, owner, mayWrite, today } = await readerFor(context, staff, params.id, query.on);
    return {
      prisoner,
      view: await stageOf(read, owner, today),
      lines: await lineRows(read, await entryRows(read, 'stage', owner)),
      mayWrite,
    };
  },
);
