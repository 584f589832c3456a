import type { Hash } from './tree.ts';
import { type Head, type ProofFault, verifyConsistency, verifyInclusion } from './verify.ts';

/** What became of a file of test vectors. */
export interface Judged {
  /** Vectors of which the verifier says what the file says. */
  readonly right: number;
  readonly wrong: number;
  /** The wrong ones, each with what was expected and what was found. */
  readonly failures: readonly string[];
}

/** A file that does not have the form of the published vectors. */
export class NotVectors extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole numbers as they stand in the file: the vectors hold 2⁶⁴ − 1, which a JavaScript number rounds up. */
function keepWholeNumbers(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number') return value;
  const source = context?.source ?? '';
  return /^-?[0-9]+$/.test(source) && !Number.isSafeInteger(value) ? BigInt(source) : value;
}

/** Null if it is no base64 text. */
function bytesOf(value: unknown): Uint8Array | null {
  if (value === null || value === undefined) return new Uint8Array(0);
  if (typeof value !== 'string') return null;
  try {
    return Uint8Array.fromBase64(value, { lastChunkHandling: 'strict' });
  } catch {
    return null;
  }
}

function proofOf(value: unknown): Uint8Array[] | null {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const hashes = value.map(bytesOf);
  return hashes.every(hash => hash !== null) ? hashes : null;
}

function sizeOf(value: unknown): number | bigint | null {
  return typeof value === 'number' || typeof value === 'bigint' ? value : null;
}

type Found = ProofFault | 'not-readable' | null;

function judgeInclusion(hash: Hash, vector: Fields): Found {
  const index = sizeOf(vector.leafIdx);
  const size = sizeOf(vector.treeSize);
  const root = bytesOf(vector.root);
  const leafHash = bytesOf(vector.leafHash);
  const proof = proofOf(vector.proof);
  if (index === null || size === null || !root || !leafHash || !proof) return 'not-readable';
  return verifyInclusion(hash, { index, size, leafHash, proof }, root);
}

function headOf(size: unknown, root: unknown): Head | null {
  const number = sizeOf(size);
  const bytes = bytesOf(root);
  return number === null || bytes === null ? null : { size: number, root: bytes };
}

function judgeConsistency(hash: Hash, vector: Fields): Found {
  const older = headOf(vector.size1, vector.root1);
  const newer = headOf(vector.size2, vector.root2);
  const proof = proofOf(vector.proof);
  return older && newer && proof ? verifyConsistency(hash, older, newer, proof) : 'not-readable';
}

function listOf(file: Fields, name: string): readonly unknown[] {
  const list = file[name] ?? [];
  if (!Array.isArray(list)) throw new NotVectors(`"${name}" is no list`);
  return list;
}

/**
 * Judges every vector of a file of the published form (`consistency` and `inclusion`, hashes in base64, `wantErr`)
 * and counts where the verifier agrees with it. What cannot be read is no valid proof. Throws NotVectors.
 */
export function judgeVectors(hash: Hash, text: string): Judged {
  let file: unknown;
  try {
    file = JSON.parse(text, keepWholeNumbers);
  } catch {
    throw new NotVectors('it is no JSON');
  }
  if (!isFields(file) || !('consistency' in file || 'inclusion' in file))
    throw new NotVectors('it has neither "consistency" nor "inclusion"');
  const failures: string[] = [];
  let right = 0;
  const judge = (kind: string, find: (hash: Hash, vector: Fields) => Found) => {
    for (const [at, vector] of listOf(file, kind).entries()) {
      const { wantErr, desc } = isFields(vector) ? vector : {};
      const found = isFields(vector) ? find(hash, vector) : 'not-readable';
      if ((found !== null) === (wantErr === true)) right += 1;
      else failures.push(`${kind} ${at} (${String(desc)}): ${found ?? 'a valid proof'}`);
    }
  };
  judge('consistency', judgeConsistency);
  judge('inclusion', judgeInclusion);
  return { right, wrong: failures.length, failures };
}
