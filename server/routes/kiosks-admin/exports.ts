import { handle, present } from '../../http/operation.ts';
import { listExports } from '../../queries/kiosk-export.ts';

export const exportsList = handle('GET /api/kiosks/exports', async ({ context, caller }) => {
  const { prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) return { exports: [] };
  return { exports: await listExports(context.database.read, prisonId, context.clock.now()) };
});
