import { kioskCeiling } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { readCode } from '../../../shared/submission/code.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { getByCode, type WithReplies } from '../../queries/submission.ts';
import { countFailure, waitFor } from '../../queries/throttle.ts';

/** The submission of a typed code; wrong ones are slowed down per kiosk, never a person. */
export async function findByCode(context: Context, kiosk: KioskRow, typed: string): Promise<WithReplies> {
  const { database, clock } = context;
  const now = clock.system().epochMilliseconds;
  const key = `code:${kiosk.id}`;
  const wait = await waitFor(database.read, [key], now);
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait });
  const code = readCode(typed);
  const found = code ? await getByCode(database.read, kiosk.prison_id, code) : null;
  if (found) return found;
  // A slip of the finger fails the check character and costs nothing; only a well-formed guess counts.
  if (code) await countFailure(database.write, key, now, kioskCeiling);
  throw new Problem('code-wrong');
}
