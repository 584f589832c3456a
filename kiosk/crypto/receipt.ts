import { fromBase64Url } from '../../shared/crypto/bytes.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import { receiptBytes } from '../../shared/submission/statement.ts';

/** What a receipt must be about to count. */
export interface ReceiptFor {
  readonly id: string;
  readonly hash: string;
  readonly kiosk: string;
  readonly sequence: number;
}

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { version, sequence, ...texts } = value as Record<string, unknown>;
  const names = ['id', 'hash', 'kiosk', 'receivedAt', 'prison', 'key', 'signature'];
  return (
    version === 1 && typeof sequence === 'number' && names.every(name => typeof texts[name] === 'string')
  );
}

/**
 * The receipt, if it is the server's own for exactly this item: signed with the key that was pinned at
 * enrolment, naming its id, hash, kiosk and number. Anything else is null and counts as not delivered,
 * whatever the status line said: a proxy answers 200 as easily.
 */
export async function readReceipt(
  value: unknown,
  item: ReceiptFor,
  pinned: { readonly id: string; readonly publicKey: string },
): Promise<Receipt | null> {
  if (!isReceipt(value) || value.key !== pinned.id) return null;
  if (value.id !== item.id || value.hash !== item.hash) return null;
  if (value.kiosk !== item.kiosk || value.sequence !== item.sequence) return null;
  try {
    const algorithm = { name: 'Ed25519' };
    const raw = fromBase64Url(pinned.publicKey);
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
    const signature = fromBase64Url(value.signature);
    return (await crypto.subtle.verify(algorithm, key, signature, receiptBytes(value))) ? value : null;
  } catch {
    return null;
  }
}
