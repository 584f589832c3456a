import { fromBase64Url, utf8 } from '../crypto/bytes.ts';
import { verifyEd25519 } from '../crypto/ed25519.ts';
import type { Receipt } from '../submission/schema.ts';
import { receiptBytes, type Statement, statementBytes, statementHash } from '../submission/statement.ts';
import { entryBytes } from './entry.ts';
import { type Fact, Wrong } from './report.ts';
import type { VouchedKey } from './schema.ts';

/**
 * All that was signed about one item: a receipt file is this alone, a `tlog-proof` carries it as its extra data.
 * No word of the item is in it, and nothing that tells who wrote it.
 */
export interface ItemEvidence {
  readonly sauti: 'receipt';
  readonly version: 1;
  readonly statement: Statement;
  /** The kiosk's, base64url, and the raw key that checks it. */
  readonly signature: string;
  readonly kioskKey: string;
  /** Null while no server has the item. */
  readonly receipt: Receipt | null;
  readonly receiptsKey: string | null;
  /** The log's key, vouched for by the key of receipts; null while it is in no signed log. */
  readonly logKey: VouchedKey | null;
  /** The keys of those who cosigned, each as one line of text. */
  readonly witnesses: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasTexts = (value: Fields, ...names: readonly string[]) =>
  names.every(name => typeof value[name] === 'string');

function isStatement(value: unknown): value is Statement {
  return (
    isFields(value) &&
    value.version === 1 &&
    hasTexts(value, 'id', 'kiosk', 'sealed', 'identity', 'wall', 'boot') &&
    Number.isSafeInteger(value.sequence) &&
    typeof value.monotonic === 'number'
  );
}

export function isReceipt(value: unknown): value is Receipt {
  return (
    isFields(value) &&
    value.version === 1 &&
    Number.isSafeInteger(value.sequence) &&
    hasTexts(value, 'id', 'hash', 'kiosk', 'receivedAt', 'prison', 'key', 'signature')
  );
}

function isVouchedKey(value: unknown): value is VouchedKey {
  return isFields(value) && hasTexts(value, 'verifier', 'by', 'signature');
}

function isEvidence(value: unknown): value is ItemEvidence {
  return (
    isFields(value) &&
    value.sauti === 'receipt' &&
    value.version === 1 &&
    isStatement(value.statement) &&
    hasTexts(value, 'signature', 'kioskKey') &&
    (value.receipt === null || (isReceipt(value.receipt) && hasTexts(value, 'receiptsKey'))) &&
    (value.logKey === null || isVouchedKey(value.logKey)) &&
    Array.isArray(value.witnesses) &&
    value.witnesses.every(witness => typeof witness === 'string')
  );
}

/** Reads what was signed about an item; nothing is verified by that. Null if it is no such text. */
export function readEvidence(text: string): ItemEvidence | null {
  try {
    const value: unknown = JSON.parse(text);
    return isEvidence(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether these bytes carry this signature; false for what is no base64url. */
async function isSigned(key: string, signature: string, message: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    return await verifyEd25519(fromBase64Url(key), fromBase64Url(signature), message);
  } catch {
    return false;
  }
}

/** Throws Wrong unless the kiosk signed the statement. Answers the item's hash. */
async function checkStatement(
  { statement, signature, kioskKey }: Pick<ItemEvidence, 'statement' | 'signature' | 'kioskKey'>,
  at: number | null = null,
): Promise<string> {
  if (!(await isSigned(kioskKey, signature, statementBytes(statement))))
    throw new Wrong('kiosk-signature', at, statement.kiosk);
  return statementHash(statement);
}

/** Throws Wrong unless the server signed a receipt for exactly this item. */
async function checkReceipt(
  receipt: Receipt,
  receiptsKey: string,
  item: { readonly statement: Statement; readonly hash: string },
  at: number | null = null,
): Promise<void> {
  const { id, kiosk, sequence } = item.statement;
  const same =
    receipt.id === id &&
    receipt.kiosk === kiosk &&
    receipt.sequence === sequence &&
    receipt.hash === item.hash;
  if (!same) throw new Wrong('receipt-of-another', at, id);
  if (!(await isSigned(receiptsKey, receipt.signature, receiptBytes(receipt))))
    throw new Wrong('receipt-signature', at, id);
}

/** Checks all signatures about an item and tells what they prove. Answers its hash. Throws Wrong. */
export async function checkEvidence(evidence: ItemEvidence, prove: (fact: Fact) => void): Promise<string> {
  const { statement, receipt, receiptsKey } = evidence;
  const hash = await checkStatement(evidence);
  const { kiosk, sequence } = statement;
  prove({ what: 'kiosk-signed', kiosk, sequence, hash });
  if (receipt !== null && receiptsKey !== null) {
    await checkReceipt(receipt, receiptsKey, { statement, hash });
    prove({ what: 'server-signed', at: receipt.receivedAt });
  }
  return hash;
}

/** The bytes of the leaf by which a log knows an item. */
export function itemEntry({ kiosk, sequence }: Statement, hash: string) {
  return entryBytes({ kind: 'received', commitment: hash, kiosk, sequence });
}

/** As it stands in a file, or in the extra data of a proof. */
export function formatEvidence(evidence: ItemEvidence): string {
  return `${JSON.stringify(evidence)}\n`;
}

export function evidenceBytes(evidence: ItemEvidence) {
  return utf8(formatEvidence(evidence));
}
