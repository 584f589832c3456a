import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { recordIrregularities } from '../../queries/irregularity.ts';
import { revokeKiosk } from '../../queries/kiosk.ts';
import { appendRecord } from '../../queries/record.ts';

/**
 * Every request looks the kiosk up, so this takes effect at once. What it still holds sealed is taken in, marked. Headquarters
 * and the visiting justices find the reason among the irregularities.
 */
export const revoke = handle('POST /api/kiosks/:id/revoke', async ({ context, caller, params, body }) => {
  const { database, clock } = context;
  const { id: actorId, prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) throw new Problem('not-found');
  const at = isoOf(clock.now());
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    if (!(await revokeKiosk(tx, prisonId, params.id, at))) throw new Problem('not-found');
    const { reason } = body;
    const content = { action: 'revoked', kiosk: params.id, reason };
    await appendRecord(tx, { prisonId, kind: 'kiosk', at, actorId, content });
    await recordIrregularities(tx, prisonId, at, [
      {
        kind: 'kiosk-revoked',
        kioskId: params.id,
        once: `kiosk-revoked:${params.id}`,
        detail: { why: reason },
      },
    ]);
  });
  database.announce({ noun: 'kiosk', prisonId, ids: [params.id] });
  return done;
});
