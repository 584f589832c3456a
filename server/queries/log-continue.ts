import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import { recordIrregularities } from './irregularity.ts';
import { readLogState, releaseLog } from './log-state.ts';
import { appendRecord } from './record.ts';

/**
 * Goes on with a log that lost or contradicts what was witnessed, under a new name: a new epoch, an entry that
 * says who decided it and why, and a line among the irregularities. What was lost stays lost, and every kiosk
 * says for thirty days that the record was begun anew. Throws `not-in-this-state` if the log is not held, or if
 * its own entries are damaged: nothing can be signed over those.
 */
export async function continueLog(
  database: Database,
  prisonId: string,
  decided: { readonly by: string; readonly why: string; readonly at: string },
): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { epoch, hold, detail } = await readLogState(tx, prisonId);
    if (hold === null || hold === 'damaged') throw new Problem('not-in-this-state');
    const next = hold === 'restored' ? epoch : epoch + 1;
    await appendRecord(tx, {
      prisonId,
      kind: 'log',
      at: decided.at,
      actorId: decided.by,
      content: { action: 'continued', why: decided.why, hold, from: epoch, to: next, lost: { ...detail } },
    });
    await releaseLog(tx, prisonId, next);
    await recordIrregularities(tx, prisonId, decided.at, [
      {
        kind: 'log-continued',
        kioskId: null,
        once: `log:${prisonId}:continued:${decided.at}`,
        detail: { reason: hold, epoch: next },
      },
    ]);
  });
}
