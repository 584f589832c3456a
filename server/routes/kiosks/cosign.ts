import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { keepCosignature } from '../../queries/witness.ts';

/** A kiosk cosigned the head that it was given. */
export const cosign = handle('POST /api/kiosks/log/cosign', async ({ context, caller, body }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const kept = await keepCosignature(context.database, kiosk, { ...body, at: isoOf(context.clock.now()) });
  if (!kept) throw new Problem('kiosk-signature-wrong');
  return done;
});
