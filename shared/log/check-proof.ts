import { fromUtf8 } from '../crypto/bytes.ts';
import { type Checkpoint, isLogOf, openCheckpoint, readCheckpointText, shortForm } from './checkpoint.ts';
import { checkCosignatures } from './cosignature.ts';
import { checkEvidence, type ItemEvidence, itemEntry, readEvidence } from './item-evidence.ts';
import { makeVerifierKey, NotANote, parseNote, readVerifierKey, type VerifierKey } from './note.ts';
import { type Fact, type Report, reportOf, Wrong } from './report.ts';
import type { VouchedKey } from './schema.ts';
import { parseTlogProof, type TlogProof } from './tlog-proof.ts';
import { type Hash, leafHash } from './tree.ts';
import { verifyInclusion } from './verify.ts';
import { readVouchedKey } from './vouched-key.ts';

/** What somebody brings to a check from outside: nothing that came with the file. */
export interface Trust {
  /** The log's key as it was written down; null believes the key in the file, and says so. */
  readonly key: VerifierKey | null;
}

/** Runs what throws NotANote; such a text is not readable. */
function readOrWrong<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotANote) throw new Wrong('not-readable', null, error.message);
    throw error;
  }
}

const sameKey = (one: VerifierKey, other: VerifierKey) =>
  one.publicKey.toBase64() === other.publicKey.toBase64();

/**
 * The key under which a log is believed: vouched for by the key of receipts, and the one that was brought, if one
 * was. Its name changes with the epoch, its bytes do not. Throws Wrong.
 */
export async function believedKey(
  hash: Hash,
  vouched: VouchedKey,
  receiptsKey: string,
  { key }: Trust,
  prove: (fact: Fact) => void,
): Promise<VerifierKey> {
  const found = await readVouchedKey(hash, vouched, { id: vouched.by, publicKey: receiptsKey });
  if (!found) throw new Wrong('key-not-vouched');
  if (key && !sameKey(key, found)) throw new Wrong('another-key', null, vouched.verifier);
  prove({ what: 'key', key: vouched.verifier, given: key ? 'yes' : 'no' });
  return found;
}

/** A log's signed head, believed, with its witnesses counted. Throws Wrong. */
export async function checkHead(
  note: string,
  key: VerifierKey,
  witnesses: readonly VerifierKey[],
): Promise<{ checkpoint: Checkpoint; text: string; by: string[] }> {
  const opened = await openCheckpoint(note, key);
  if (!opened.ok) throw new Wrong(opened.fault);
  const { good, bad } = await checkCosignatures(parseNote(note), witnesses);
  if (bad[0]) throw new Wrong('cosignature-false', opened.checkpoint.size, bad[0].name);
  return { checkpoint: opened.checkpoint, text: opened.text, by: good.map(({ name }) => name) };
}

/** Keys of witnesses, read from their lines. Throws Wrong. */
export function readWitnesses(hash: Hash, lines: readonly string[]): VerifierKey[] {
  return lines.map(line => {
    const key = readVerifierKey(hash, line);
    if (key?.type !== 'cosignature') throw new Wrong('not-readable', null, line);
    return key;
  });
}

/** Bytes that are no UTF-8 carry nothing. */
function textIn(extra: Uint8Array): string {
  try {
    return fromUtf8(extra);
  } catch {
    return '';
  }
}

function evidenceIn({ extra }: TlogProof): ItemEvidence & { logKey: VouchedKey; receiptsKey: string } {
  const evidence = extra && readEvidence(textIn(extra));
  if (!evidence?.logKey || evidence.receiptsKey === null || evidence.receipt === null)
    throw new Wrong('not-readable', null, 'extra');
  return { ...evidence, logKey: evidence.logKey, receiptsKey: evidence.receiptsKey };
}

/** A receipt that no signed log holds yet. */
export function checkReceiptFile(text: string): Promise<Report> {
  return reportOf('receipt', async prove => {
    const evidence = readEvidence(text);
    if (!evidence) throw new Wrong('not-readable');
    await checkEvidence(evidence, prove);
  });
}

/** A `tlog-proof` of an item: its signatures, its place under a signed head, and who saw that head. */
export function checkProofFile(hash: Hash, text: string, trust: Trust): Promise<Report> {
  return reportOf('proof', async prove => {
    const file = readOrWrong(() => parseTlogProof(text));
    const evidence = evidenceIn(file);
    const itemHash = await checkEvidence(evidence, prove);
    const key = await believedKey(hash, evidence.logKey, evidence.receiptsKey, trust, prove);
    if (!isLogOf(key.name, evidence.receipt?.prison ?? '')) throw new Wrong('another-log', null, key.name);
    const head = await checkHead(file.checkpoint, key, readWitnesses(hash, evidence.witnesses));
    const { size, root } = head.checkpoint;
    const leaf = leafHash(hash, itemEntry(evidence.statement, itemHash));
    const { index, proof } = file;
    const fault = verifyInclusion(hash, { index, size, leafHash: leaf, proof }, root);
    if (fault) throw new Wrong('not-in-log', index, fault);
    prove({ what: 'logged', index, size, short: shortForm(hash, head.text) });
    prove({ what: 'cosigned', count: head.by.length, size, by: head.by });
  });
}

/** A signed head alone, under the key that was brought. */
export function checkCheckpointFile(hash: Hash, text: string, { key }: Trust): Promise<Report> {
  return reportOf('checkpoint', async prove => {
    if (!key) throw new Wrong('key-needed');
    const { origin } = readOrWrong(() => readCheckpointText(parseNote(text).text));
    // The same key signs every epoch, under the name of each.
    const named = makeVerifierKey(hash, origin, 'ed25519', key.publicKey);
    const head = await checkHead(text, named, []);
    prove({ what: 'signed-head', size: head.checkpoint.size, short: shortForm(hash, head.text) });
  });
}
