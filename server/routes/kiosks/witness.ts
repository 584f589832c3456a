import { originOf } from '../../../shared/log/checkpoint.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import { newestCheckpoint, vouchedLogKey } from '../../queries/checkpoint.ts';
import { NodeMissing, proveConsistency } from '../../queries/log-proof.ts';
import { readLogState } from '../../queries/log-state.ts';
import { type HeldHead, hearWitness, readHeld } from '../../queries/witness.ts';

/** Empty where it cannot be made: the witness then sees that it is not there. */
async function proofFor(context: Context, prisonId: string, held: HeldHead | null, size: number) {
  const older = held?.checkpoint.size ?? 0;
  if (older === 0 || older >= size) return [];
  try {
    const proof = await proveConsistency(context.database.read, prisonId, older, size);
    return proof.map(hash => hash.toBase64());
  } catch (error) {
    if (error instanceof NodeMissing) return [];
    throw error;
  }
}

/**
 * A kiosk says what it has seen of the log, and asks for what has become of it. Heads are signed once a minute by
 * the server's own clock and never because somebody asked: else their sizes would tell when somebody wrote.
 */
export const witness = handle('POST /api/kiosks/log', async ({ context, caller, body }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const prisonId = kiosk.prison_id;
  const held = body.held === null ? null : await readHeld(context.keys, prisonId, body.held);
  await hearWitness(context.database, kiosk, held, isoOf(context.clock.now()));
  const { epoch, hold } = await readLogState(context.database.read, prisonId);
  const checkpoint = await newestCheckpoint(context.database.read, prisonId, epoch);
  const sameLog = held?.checkpoint.origin === originOf(prisonId, epoch);
  return {
    key: vouchedLogKey(context.keys, prisonId, epoch),
    epoch,
    checkpoint: checkpoint?.note ?? null,
    proof: checkpoint && sameLog ? await proofFor(context, prisonId, held, checkpoint.size) : [],
    hold,
  };
});
