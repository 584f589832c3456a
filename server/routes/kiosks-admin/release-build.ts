import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { done, handle, present } from '../../http/operation.ts';
import { listKiosks } from '../../queries/kiosk.ts';
import { appendRelease, neededBuilds } from '../../queries/kiosk-release.ts';
import { currentReleases, trialRow } from './releases.ts';

/** Throws `release-unproven` unless all kiosks once had the build, or one of them has run it well for long enough. */
async function assertProven(context: Context, prisonId: string, build: string): Promise<void> {
  const { released, trial, former } = await currentReleases(context, prisonId);
  if (released === build) throw new Problem('already-released');
  if (former.has(build)) return;
  const kiosks = await listKiosks(context.database.read, prisonId);
  const now = context.clock.system().epochMilliseconds;
  const shown = trial?.build === build ? trialRow(kiosks, trial, now) : null;
  if (shown?.verdict !== 'well')
    throw new Problem('release-unproven', { detail: shown?.verdict ?? 'no-trial' });
}

/** The second step: all kiosks of the prison get the build. Going back to one that all had needs no trial. */
export const releaseBuild = handle('POST /api/kiosks/releases/all', async ({ context, caller, body }) => {
  const { database, clock, builds } = context;
  const { id: actorId, prisonId } = present(caller.staff, 'staff');
  const { build } = body;
  if (prisonId === null) throw new Problem('not-found');
  if (!builds.get(build)) throw new Problem('not-found', { detail: '/build' });
  const at = isoOf(clock.now());
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await assertProven(context, prisonId, build);
    await appendRelease(tx, { prisonId, build, step: 'all', kiosk: null, at, actorId });
  });
  await builds.keepOnly(await neededBuilds(database.read));
  database.announce({ noun: 'kiosk', prisonId, ids: [] });
  return done;
});
