import { handle } from '../../http/operation.ts';
import { makeNonce } from '../../tokens.ts';

export const challenge = handle('POST /api/kiosks/challenge', async ({ context }) => ({
  nonce: makeNonce(context.keys, context.clock.system()),
}));
