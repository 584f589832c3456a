import { utf8 } from '../../../shared/crypto/bytes.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';
import { isSignedBy } from '../../intake/signature.ts';
import { getKiosk } from '../../queries/kiosk.ts';
import { isFreshNonce, makeKioskToken } from '../../tokens.ts';

export const session = handle('POST /api/kiosks/session', async ({ context, body }) => {
  const { database, clock, keys } = context;
  const kiosk = await getKiosk(database.read, body.kiosk);
  if (!kiosk) throw new Problem('kiosk-unknown');
  if (kiosk.revoked_at !== null) throw new Problem('kiosk-revoked');
  const message = utf8(`sauti/kiosk-session/v1/${body.kiosk}/${body.nonce}`);
  const genuine =
    isFreshNonce(keys, body.nonce, clock.system()) && isSignedBy(kiosk.public_key, message, body.signature);
  if (!genuine) throw new Problem('kiosk-signature-wrong');
  const { token, expiresAt } = makeKioskToken(keys, kiosk.id, clock.system());
  return { token, expiresAt: isoOf(expiresAt) };
});
