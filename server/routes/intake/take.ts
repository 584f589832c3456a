import { createHash, createHmac } from 'node:crypto';
import { Problem } from '../../../shared/problems.ts';
import { codeFromMac, codeMessage } from '../../../shared/submission/code.ts';
import type { Receipt, SealedItem } from '../../../shared/submission/schema.ts';
import { receiptBytes, statementBytes } from '../../../shared/submission/statement.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { handle } from '../../http/operation.ts';
import type { CheckedItem } from '../../intake/queue.ts';
import { isSignedBy } from '../../intake/signature.ts';
import { getKiosk } from '../../queries/kiosk.ts';

const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64url');

/**
 * Takes one sealed item. The sealed bytes are committed, logged and receipted as they are; opening them comes
 * after. A revoked kiosk's outbox is still taken, and marked.
 */
export const take = handle('POST /api/intake', async ({ context, body }) => {
  const kiosk = await getKiosk(context.database.read, body.statement.kiosk);
  if (!kiosk) throw new Problem('kiosk-unknown');
  const taken = await context.intake.take(check(context, kiosk, body));
  if (taken.outcome === 'conflict') throw new Problem('id-conflict');
  return JSON.parse(taken.receipt) as Receipt;
});

function check(context: Context, kiosk: KioskRow, item: SealedItem): CheckedItem {
  const { statement } = item;
  const bytes = statementBytes(statement);
  if (!isSignedBy(kiosk.public_key, bytes, item.signature)) throw new Problem('kiosk-signature-wrong');
  if (digest(item.sealed) !== statement.sealed || digest(item.identity) !== statement.identity)
    throw new Problem('hash-wrong');
  const hash = digest(bytes);
  const receivedAt = isoOf(context.clock.now());
  const named = {
    version: 1 as const,
    id: statement.id,
    hash,
    kiosk: kiosk.id,
    sequence: statement.sequence,
    receivedAt,
    prison: kiosk.prison_id,
  };
  const { receipts, codeKeyOf } = context.keys;
  const mac = createHmac('sha256', codeKeyOf(kiosk.id)).update(codeMessage(statement.sequence)).digest();
  return {
    item,
    hash,
    prisonId: kiosk.prison_id,
    code: codeFromMac(mac),
    fromRevoked: kiosk.revoked_at !== null,
    receivedAt,
    receipt: { ...named, key: receipts.id, signature: receipts.sign(receiptBytes(named)) },
  };
}
