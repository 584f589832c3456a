import { translatable } from '../../../shared/content/version.ts';
import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { exportPo } from '../../queries/content-po.ts';

export const poExport = handle('GET /api/content/po/:language', async ({ context, caller, params }) => {
  const { language } = params;
  if (!translatable(language)) throw new Problem('not-found');
  const { prisonId } = present(caller.staff, 'staff');
  return { file: await exportPo(context.database, prisonId, language) };
});
