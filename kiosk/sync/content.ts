import { bundleBytes } from '../../shared/content/bundle.ts';
import { sha256, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { call } from '../api/client.ts';
import { isBundle } from '../api/shapes.ts';
import { keepWaiting } from '../store/content.ts';
import { inPublic } from '../store/databases.ts';
import { readKept } from '../store/public-database.ts';

const named = async (bytes: Uint8Array<ArrayBuffer>, digest: string): Promise<boolean> =>
  toBase64Url(await sha256(bytes)) === digest;

/**
 * Fetches the bundle of pages that counts, if it is not here. All of it comes and is what its digest names, or nothing
 * of it is kept.
 */
export async function refreshContent(wanted: string | undefined): Promise<void> {
  if (wanted === undefined) return;
  const here = await inPublic(database => readKept(database, 'content'));
  if (wanted === (here?.waiting ?? here?.shown)) return;
  const answer = await call('GET /api/kiosks/content');
  if (!answer.ok || !isBundle(answer.value)) return;
  const bundle = answer.value;
  const whole = await Promise.all([
    named(bundleBytes(bundle.entries), bundle.digest),
    ...bundle.texts.map(({ digest, words }) => named(utf8(words), digest)),
  ]);
  if (whole.every(Boolean)) await keepWaiting(bundle);
}
