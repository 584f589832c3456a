import { sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { readCode } from '../../../shared/submission/code.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { isPaperCode } from '../../queries/paper.ts';
import { numberBehind } from '../../queries/receipt-code.ts';
import { noteReceiptWithoutSubmission } from '../../queries/receipt-without-submission.ts';
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
  const paper = await isPaperCode(database.read, kiosk.prison_id, code);
  const problem = paper ? 'paper-not-entered' : await problemOf(context, kiosk.prison_id, code);
  // Whoever holds a code that was given out has guessed nothing.
  if (problem !== 'code-wrong') await returnTry(database.write, tried);
  throw new Problem(problem);
}

/** Why a well-formed code has no submission. */
async function problemOf({ database, keys, clock }: Context, prisonId: string, code: string) {
  const given = await numberBehind(database, keys, { prisonId, code, now: clock.system() });
  if (!given) return 'code-wrong';
  const standing = await noteReceiptWithoutSubmission(database, given, isoOf(clock.now()));
  return ({ nothing: 'receipt-without-submission', sealed: 'not-opened-yet', offer: 'code-wrong' } as const)[
    standing
  ];
}
