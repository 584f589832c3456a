import { handle, present } from '../../http/operation.ts';
import { actOnOwn } from './act-own.ts';

export const opened = handle('POST /api/submissions/:id/opened', async ({ context, caller, params }) =>
  actOnOwn(context, present(caller.prisoner, 'prisoner'), params.id, 'open-reply'),
);
