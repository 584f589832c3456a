import { createHash } from 'node:crypto';
import { isSignedBy } from '../../../server/intake/signature.ts';
import type { Receipt, SealedItem } from '../../../shared/submission/schema.ts';
import { receiptBytes, statementBytes } from '../../../shared/submission/statement.ts';

/** An item of a kiosk, and the receipt for it once there is one. */
export interface Sent {
  readonly item: SealedItem;
  readonly body: string;
  /** The statement's hash, which the receipt must name. */
  readonly hash: string;
  /** Word for word as the server answered it first; null while none was held. */
  receipt: string | null;
}

export function sentOf(item: SealedItem): Sent {
  const hash = createHash('sha256').update(statementBytes(item.statement)).digest('base64url');
  return { item, body: JSON.stringify(item), hash, receipt: null };
}

/** Whether these words are the server's receipt for exactly this item. */
export function isReceiptFor(sent: Sent, words: string, publicKey: string): boolean {
  try {
    const receipt = JSON.parse(words) as Receipt;
    const { id, kiosk, sequence } = sent.item.statement;
    return (
      receipt.id === id &&
      receipt.hash === sent.hash &&
      receipt.kiosk === kiosk &&
      receipt.sequence === sequence &&
      isSignedBy(publicKey, receiptBytes(receipt), receipt.signature)
    );
  } catch {
    return false;
  }
}
