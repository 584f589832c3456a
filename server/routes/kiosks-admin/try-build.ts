import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { getKiosk } from '../../queries/kiosk.ts';
import { appendRelease } from '../../queries/kiosk-release.ts';
import { currentReleases } from './releases.ts';

/** The first of two steps: one named kiosk gets the build, and shows whether it runs. */
export const tryBuild = handle('POST /api/kiosks/releases/one', async ({ context, caller, body }) => {
  const { database, clock, builds } = context;
  const { id: actorId, prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) throw new Problem('not-found');
  if (!builds.get(body.build)) throw new Problem('not-found', { detail: '/build' });
  const kiosk = await getKiosk(database.read, body.kiosk);
  if (!kiosk || kiosk.prison_id !== prisonId || kiosk.revoked_at !== null)
    throw new Problem('not-found', { detail: '/kiosk' });
  const { released } = await currentReleases(context, prisonId);
  if (released === body.build) throw new Problem('already-released');
  const at = isoOf(clock.now());
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await appendRelease(tx, { prisonId, build: body.build, step: 'one', kiosk: kiosk.id, at, actorId });
  });
  database.announce({ noun: 'kiosk', prisonId, ids: [kiosk.id] });
  return done;
});
