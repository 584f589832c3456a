import { Problem } from '../../../shared/problems.ts';
import { chosenBuild } from '../../builds/chosen-build.ts';
import { handle } from '../../http/operation.ts';

/** Which build a kiosk is to have is no secret: it says which files anybody may read. */
export const buildList = handle('GET /build.json', async ({ context, query, reply }) => {
  const build = await chosenBuild(context, query.kiosk ?? null);
  if (!build) throw new Problem('not-found');
  reply.header('cache-control', 'no-store');
  return { ...build.list, files: [...build.list.files] };
});
