import { hash } from 'node:crypto';
import { Problem } from '../../../shared/problems.ts';
import type { SealedItem } from '../../../shared/submission/schema.ts';
import { receiptBytes, statementBytes } from '../../../shared/submission/statement.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { handle } from '../../http/operation.ts';
import type { CheckedItem, Taken } from '../../intake/item.ts';
import { verifySignature } from '../../intake/signature.ts';
import { type KioskKey, kioskKeyOf } from '../../queries/kiosk-key.ts';
import { receiptCode } from '../../queries/receipt-code.ts';

const digest = (content: string | Uint8Array) => hash('sha256', content, 'base64url');

/** The one way in for a sealed item, however it came. Answers what became of it; throws the named refusal. */
export async function takeSealed(context: Context, item: SealedItem): Promise<Taken> {
  const kiosk = await kioskKeyOf(context.database, item.statement.kiosk);
  if (!kiosk) throw new Problem('kiosk-unknown');
  return context.intake.take(kiosk.prisonId, () => check(context, kiosk, item));
}

/**
 * Takes one sealed item. The sealed bytes are committed, logged and receipted as they are; opening them comes
 * after. A revoked kiosk's outbox is still taken, and marked. Answers the receipt, word for word as it is kept.
 */
export async function takeItem(context: Context, item: SealedItem): Promise<string> {
  const taken = await takeSealed(context, item);
  if (taken.outcome === 'conflict') throw new Problem('id-conflict');
  return taken.receipt;
}

export const take = handle('POST /api/intake', async ({ context, body, reply }) => {
  const receipt = await takeItem(context, body);
  // The words that are kept, not a copy made from them: the same again is the same to the byte.
  return reply.type('application/json; charset=utf-8').send(receipt) as never;
});

async function check(context: Context, kiosk: KioskKey, item: SealedItem): Promise<CheckedItem> {
  const { statement } = item;
  const bytes = statementBytes(statement);
  if (!(await verifySignature(kiosk.publicKey, bytes, item.signature)))
    throw new Problem('kiosk-signature-wrong');
  if (digest(item.sealed) !== statement.sealed || digest(item.identity) !== statement.identity)
    throw new Problem('hash-wrong');
  const named = {
    version: 1 as const,
    id: statement.id,
    hash: digest(bytes),
    kiosk: kiosk.id,
    sequence: statement.sequence,
    receivedAt: isoOf(context.clock.now()),
    prison: kiosk.prisonId,
  };
  const { receipts } = context.keys;
  return {
    item,
    statement: JSON.stringify(statement),
    hash: named.hash,
    prisonId: kiosk.prisonId,
    code: receiptCode(context.keys, kiosk.id, statement.sequence),
    receivedAt: named.receivedAt,
    receipt: JSON.stringify({ ...named, key: receipts.id, signature: receipts.sign(receiptBytes(named)) }),
  };
}
