import { monthOf } from '../../../shared/earnings/month.ts';
import { earningsView, statementOf } from '../../../shared/earnings/view.ts';
import { handle, present } from '../../http/operation.ts';
import { earningsFacts } from '../../queries/earnings.ts';
import { readerFor } from '../record-owner.ts';

export const earningsPage = handle(
  'GET /api/prisoners/:id/earnings',
  async ({ context, caller, params, query }) => {
    const staff = present(caller.staff, 'staff');
    const { read } = context.database;
    const { prisoner, owner, mayWrite, today } = await readerFor(context, staff, params.id, query.on);
    const facts = await earningsFacts(read, owner);
    return {
      prisoner,
      view: earningsView({ ...facts, today }),
      statement: statementOf(facts, query.month ?? monthOf(today)),
      mayWrite,
    };
  },
);
