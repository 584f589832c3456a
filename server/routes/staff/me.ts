import { handle, present } from '../../http/operation.ts';
import { meOf } from './view.ts';

export const me = handle('GET /api/staff/me', async ({ context, caller }) =>
  meOf(context, present(caller.staff, 'staff')),
);
