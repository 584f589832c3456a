import type { ProblemName } from '../../shared/problems.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import type { Answer } from '../api/answer.ts';
import { type ReceiptFor, readReceipt } from '../crypto/receipt.ts';

/** What one try at delivering one item came to. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  /** The server will not take these bytes, today or ever: set aside, the others go on. */
  | { readonly kind: 'refused'; readonly problem: ProblemName }
  /** The server does not know this kiosk: nothing of it will be taken now. */
  | { readonly kind: 'stopped'; readonly problem: ProblemName }
  /** The server is there and cannot take anything now. */
  | { readonly kind: 'later'; readonly retryAfter: number | null }
  /** Not delivered, and it may be this item's own fault: the next one is tried. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreachable' };

const refusals: ReadonlySet<ProblemName> = new Set<ProblemName>([
  'malformed',
  'unknown-field',
  'wrong-content-type',
  'too-large',
  'hash-wrong',
  'id-conflict',
  'kiosk-signature-wrong',
]);
const stops: ReadonlySet<ProblemName> = new Set<ProblemName>(['kiosk-unknown', 'kiosk-revoked']);
const busy: ReadonlySet<ProblemName> = new Set<ProblemName>([
  'slow-down',
  'too-busy',
  'storage-full',
  'storage-locked',
  'storage-read-only',
  'storage-unavailable',
  'shutting-down',
]);

/** Judges the answer to one posted item. Only a receipt of the server's own for exactly this item delivers it. */
export async function judge(
  answer: Answer,
  item: ReceiptFor,
  pinned: { readonly id: string; readonly publicKey: string },
): Promise<Verdict> {
  if (answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.kind === 'reply') {
    const receipt = await readReceipt(answer.value, item, pinned);
    return receipt ? { kind: 'delivered', receipt } : { kind: 'skipped' };
  }
  if (answer.kind === 'problem') {
    const { problem, retryAfter } = answer;
    if (refusals.has(problem)) return { kind: 'refused', problem };
    if (stops.has(problem)) return { kind: 'stopped', problem };
    if (busy.has(problem)) return { kind: 'later', retryAfter };
  }
  return { kind: 'skipped' };
}

/** Refusals that a newer server may take back; a conflict is kept there already and is not sent again. */
export function isWorthAnotherTry(refusal: string | undefined): boolean {
  return refusal !== 'id-conflict';
}
