import { handle, present } from '../../http/operation.ts';
import { proofsOfItems } from '../../queries/log-receipts.ts';

/** A kiosk asks for what proves that its items stand in a log that kiosks saw. Of others' items it gets nothing. */
export const proofs = handle('POST /api/kiosks/log/proofs', async ({ context, caller, body }) => {
  const { database, keys } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  return { proofs: await proofsOfItems(database.read, keys, kiosk, body.ids) };
});
