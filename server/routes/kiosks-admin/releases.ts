import {
  judgeTrial,
  type ReleaseState,
  type Trial,
  type TrialKiosk,
  trialMinutes,
} from '../../../shared/kiosk/release.ts';
import type { BuildRow, Releases } from '../../../shared/kiosk/release-schema.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import { type KioskStatus, listKiosks } from '../../queries/kiosk.ts';
import {
  getReleaseState,
  type KnownBuild,
  listKnownBuilds,
  newestReleased,
} from '../../queries/kiosk-release.ts';

type Listed = Awaited<ReturnType<typeof listKiosks>>[number];

const parse = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;

const statusOf = ({ status }: Listed) => (status === null ? null : (JSON.parse(status) as KioskStatus));

function trialKioskOf(kiosk: Listed): TrialKiosk {
  const status = statusOf(kiosk);
  return {
    lastSeen: kiosk.last_seen_at,
    build: status?.build ?? null,
    buildSince: status?.buildSince ?? null,
    rejected: status?.rejected ?? null,
    trouble: status?.trouble ?? null,
    revoked: kiosk.revoked_at !== null,
  };
}

/** A trial with what its kiosk says of it; `now` by the clock that notes when kiosks speak. */
export function trialRow(kiosks: readonly Listed[], trial: Trial, now: number): Releases['trial'] {
  const kiosk = kiosks.find(one => one.id === trial.kiosk);
  if (!kiosk) return null;
  const of = trialKioskOf(kiosk);
  return {
    ...trial,
    name: kiosk.name,
    wing: kiosk.wing,
    since: of.build === trial.build ? of.buildSince : null,
    verdict: judgeTrial(trial, of, now, parse),
  };
}

/** The state of a prison's releases; before its first one, what every browser gets counts as released. */
export async function currentReleases(
  { database, builds }: Context,
  prisonId: string,
): Promise<ReleaseState> {
  const state = await getReleaseState(database.read, prisonId);
  if (state.released !== null) return state;
  return { ...state, released: (await newestReleased(database.read)) ?? builds.newest?.list.id ?? null };
}

function stateOf(build: KnownBuild, state: ReleaseState, newest: string | null): BuildRow['state'] {
  if (build.id === state.released) return 'released';
  if (build.id === state.trial?.build) return 'trial';
  if (state.former.has(build.id)) return 'former';
  return build.id === newest ? 'waiting' : 'superseded';
}

export const releases = handle('GET /api/kiosks/releases', async ({ context, caller }) => {
  const { database, builds, clock } = context;
  const { prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) return { builds: [], trial: null, trialMinutes };
  const state = await currentReleases(context, prisonId);
  const kiosks = (await listKiosks(database.read, prisonId)).filter(kiosk => kiosk.revoked_at === null);
  const runs = kiosks.map(kiosk => statusOf(kiosk)?.build ?? null);
  const newest = builds.newest?.list.id ?? null;
  return {
    builds: (await listKnownBuilds(database.read)).map(build => ({
      ...build,
      state: stateOf(build, state, newest),
      kept: builds.get(build.id) !== null,
      kiosks: runs.filter(id => id === build.id).length,
    })),
    trial: state.trial && trialRow(kiosks, state.trial, clock.system().epochMilliseconds),
    trialMinutes,
  };
});
