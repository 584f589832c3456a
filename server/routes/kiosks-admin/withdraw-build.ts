import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { appendRelease, getReleaseState } from '../../queries/kiosk-release.ts';

/** Ends a trial: its kiosk goes back to the build that all have, when nobody uses it. */
export const withdrawBuild = handle('POST /api/kiosks/releases/withdraw', async ({ context, caller }) => {
  const { database, clock } = context;
  const { id: actorId, prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) throw new Problem('not-found');
  const at = isoOf(clock.now());
  const kiosk = await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { trial } = await getReleaseState(tx, prisonId);
    if (!trial) throw new Problem('not-found');
    const { build, kiosk: of } = trial;
    await appendRelease(tx, { prisonId, build, step: 'withdrawn', kiosk: of, at, actorId });
    return of;
  });
  database.announce({ noun: 'kiosk', prisonId, ids: [kiosk] });
  return done;
});
