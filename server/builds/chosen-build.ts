import { buildOf } from '../../shared/kiosk/release.ts';
import type { Context } from '../context.ts';
import { getKiosk } from '../queries/kiosk.ts';
import { getReleaseState, newestReleased } from '../queries/kiosk-release.ts';
import type { KeptBuild } from './builds.ts';

/**
 * The build that a kiosk is to have; for a browser that is none yet, what kiosks have had last. Should its files
 * be gone from this server, the newest: a machine without a page helps nobody. Null where there is no build at all.
 */
export async function chosenBuild(
  { database, builds }: Pick<Context, 'database' | 'builds'>,
  kioskId: string | null,
): Promise<KeptBuild | null> {
  const kiosk = kioskId === null ? null : await getKiosk(database.read, kioskId);
  const state = kiosk && (await getReleaseState(database.read, kiosk.prison_id));
  const id = (state && buildOf(state, kioskId)) ?? (await newestReleased(database.read));
  return (id === null ? null : builds.get(id)) ?? builds.newest;
}
