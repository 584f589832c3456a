import { readPo } from '../../../shared/content/po.ts';
import { translatable } from '../../../shared/content/version.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { importPo } from '../../queries/content-po.ts';

export const poImport = handle(
  'POST /api/content/po/:language',
  async ({ context, caller, params: { language }, body }) => {
    if (!translatable(language)) throw new Problem('not-found');
    const messages = readPo(body.file);
    if (messages === null) throw new Problem('po-wrong');
    const staff = present(caller.staff, 'staff');
    return importPo(context.database, staff, { language, messages }, isoOf(context.clock.now()));
  },
);
