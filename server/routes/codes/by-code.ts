import { sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { readCode } from '../../../shared/submission/code.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { isPaperCode } from '../../queries/paper.ts';
import { type FoundByCode, getByCode } from '../../queries/submission.ts';
import { returnTry, takeTry } from '../../queries/throttle.ts';

/** The submission of a typed code; wrong ones are slowed down per kiosk, never a person. */
export async function findByCode(context: Context, kiosk: KioskRow, typed: string): Promise<FoundByCode> {
  const { database, clock } = context;
  const now = clock.system().epochMilliseconds;
  const code = readCode(typed);
  // A slip of the finger fails the check character and costs nothing; only a well-formed guess counts.
  if (!code) throw new Problem('code-wrong');
  const tried = await takeTry(database, [{ key: `code:${kiosk.id}`, pace: sharedPace }], now);
  const found = await getByCode(database.read, kiosk.prison_id, code);
  if (found) {
    await returnTry(database.write, tried);
    return found;
  }
  if (!(await isPaperCode(database.read, kiosk.prison_id, code))) throw new Problem('code-wrong');
  await returnTry(database.write, tried);
  throw new Problem('paper-not-entered');
}
