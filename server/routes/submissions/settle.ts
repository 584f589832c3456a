import { handle, present } from '../../http/operation.ts';
import { actOnOwn } from './act-own.ts';

export const settle = handle('POST /api/submissions/:id/settle', async ({ context, caller, params, body }) =>
  actOnOwn(context, present(caller.prisoner, 'prisoner'), params.id, body.settled ? 'settle' : 'not-settle'),
);
