import { hash as digest } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyPlan,
  fillPlan,
  inclusionPlan,
  isStored,
  joinLevel,
  type Proof,
  rootPlan,
  storedUnder,
} from '../../../shared/log/proof.ts';
import { sha256Slow } from '../../../shared/log/sha256.ts';
import {
  append,
  emptyFrontier,
  type Frontier,
  type Hash,
  leafHash,
  type NodeId,
  nodeHash,
  rootOf,
} from '../../../shared/log/tree.ts';
import { judgeVectors, NotVectors } from '../../../shared/log/vectors.ts';
import { verifyConsistency, verifyInclusion } from '../../../shared/log/verify.ts';
import { thorough } from '../../helpers/thorough.ts';

const sha256: Hash = bytes => digest('sha256', bytes, 'buffer');
/** Past two powers of two either way. */
const largest = thorough ? 300 : 140;
const leaves = Array.from({ length: largest }, (_, at) => leafHash(sha256, Buffer.from(`entry ${at}`)));

/** RFC 6962 as it is written, with nothing kept: the tree hash, PATH and SUBPROOF of section 2.1. */
const known = new Map<number, Uint8Array>();
function naiveRoot(from: number, to: number): Uint8Array {
  if (to - from === 1) return leaves[from] as Uint8Array;
  const key = from * 1000 + to;
  const middle = from + split(to - from);
  const found = known.get(key) ?? nodeHash(sha256, naiveRoot(from, middle), naiveRoot(middle, to));
  known.set(key, found);
  return found;
}
const split = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);
const roots = [sha256(new Uint8Array(0)), ...leaves.map((_, at) => naiveRoot(0, at + 1))];

function naivePath(index: number, from: number, to: number): Uint8Array[] {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return index < middle
    ? [...naivePath(index, from, middle), naiveRoot(middle, to)]
    : [...naivePath(index, middle, to), naiveRoot(from, middle)];
}

function naiveSubproof(older: number, from: number, to: number, whole: boolean): Uint8Array[] {
  if (older === to) return whole ? [] : [naiveRoot(from, to)];
  const middle = from + split(to - from);
  return older <= middle
    ? [...naiveSubproof(older, from, middle, whole), naiveRoot(middle, to)]
    : [...naiveSubproof(older, middle, to, false), naiveRoot(from, middle)];
}

/** What a server stores: leaves, and the nodes of every fourth level, each kept when it was completed. */
const stored = new Map<string, Uint8Array>();
let frontier: Frontier = emptyFrontier;
for (const [position, leaf] of leaves.entries()) {
  stored.set(`0/${position}`, leaf);
  frontier = append(sha256, frontier, leaf, node => {
    if (isStored(node)) stored.set(`${node.level}/${node.position}`, node.hash);
  });
}
let reads = 0;
function hashOf(node: NodeId): Uint8Array {
  const { level, position, count } = storedUnder(node);
  const nodes = Array.from({ length: count }, (_, at) => stored.get(`${level}/${position + at}`));
  reads += count;
  return joinLevel(
    sha256,
    nodes.map(found => {
      if (!found) throw new Error(`node ${level}/${position} is not complete`);
      return found;
    }),
  );
}
const inclusion = (index: number, size: number) => fillPlan(sha256, inclusionPlan(index, size), hashOf);
const consistency = (older: number, size: number) => fillPlan(sha256, consistencyPlan(older, size), hashOf);
const hex = (proof: Proof) => proof.map(hash => Buffer.from(hash).toString('hex'));
const root = (size: number) => roots[size] as Uint8Array;
const head = (size: number) => ({ size, root: root(size) });

describe('proofs from stored nodes', () => {
  it(`are those of RFC 6962 for every entry of every log of up to ${largest}, and verify`, () => {
    expect.hasAssertions();
    for (let size = 1; size <= largest; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusion(index, size);
        // Every size in full at both ends, and a third of the middle: the rest is the same sum again.
        if (size <= 40 || (index + size) % 3 === 0)
          expect(hex(proof)).toEqual(hex(naivePath(index, 0, size)));
        const leaf = leaves[index] as Uint8Array;
        const fault = verifyInclusion(sha256, { index, size, leafHash: leaf, proof }, root(size));
        if (fault) throw new Error(`${index} of ${size}: ${fault}`);
      }
  }, 120_000);

  it(`are those of RFC 6962 between every two sizes up to ${largest}, and verify`, () => {
    expect.hasAssertions();
    for (let size = 1; size <= largest; size += 1)
      for (let older = 1; older <= size; older += 1) {
        const proof = consistency(older, size);
        if (size <= 40 || (older + size) % 3 === 0)
          expect(hex(proof)).toEqual(hex(naiveSubproof(older, 0, size, true)));
        const fault = verifyConsistency(sha256, head(older), head(size), proof);
        if (fault) throw new Error(`${older} to ${size}: ${fault}`);
      }
  }, 120_000);

  it('need a number of stored nodes that grows with the logarithm alone', () => {
    for (const size of [1, 2, 16, 17, 127, 128, 129, largest]) {
      reads = 0;
      inclusion(Math.floor(size / 2), size);
      expect(reads).toBeLessThanOrEqual(12 * Math.ceil(Math.log2(size + 1)));
      expect(rootPlan(size).length).toBeLessThanOrEqual(Math.ceil(Math.log2(size + 1)));
    }
  });

  it('refuse what is not in the log', () => {
    expect(() => inclusionPlan(5, 5)).toThrow(RangeError);
    expect(() => inclusionPlan(-1, 5)).toThrow(RangeError);
    expect(() => consistencyPlan(0, 5)).toThrow(RangeError);
    expect(() => consistencyPlan(6, 5)).toThrow(RangeError);
  });
});

const sizes = fc
  .tuple(fc.integer({ min: 1, max: largest }), fc.nat())
  .map(([size, at]) => ({ size, index: at % size, older: (at % size) + 1 }));

describe('the verifier refuses', () => {
  it('an inclusion proof with any one bit changed, one hash more or less, another place or another size', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), ({ size, index }, at, bit) => {
        const proof = inclusion(index, size);
        const leaf = leaves[index] as Uint8Array;
        const fault = (change: object) =>
          verifyInclusion(sha256, { index, size, leafHash: leaf, proof, ...change }, root(size));
        expect(fault({ proof: [...proof, leaf] })).toBe('proof-too-long');
        expect(fault({ index: size })).toBe('index-beyond-size');
        expect(fault({ leafHash: flipped(leaf, bit) })).toBe('root-wrong');
        if (proof.length === 0) return;
        const place = at % proof.length;
        expect(fault({ proof: proof.toSpliced(place, 1) })).toBe('proof-too-short');
        expect(fault({ proof: proof.with(place, flipped(proof[place] as Uint8Array, bit)) })).toBe(
          'root-wrong',
        );
        expect(fault({ proof: proof.with(place, new Uint8Array(31)) })).toBe('hash-length');
        const other = (index + 1 + (at % (size - 1))) % size;
        expect(fault({ index: other })).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a consistency proof with any one bit changed, one hash more or less, or another root', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), ({ size, older }, at, bit) => {
        const proof = consistency(older, size);
        const fault = (changed: Proof) => verifyConsistency(sha256, head(older), head(size), changed);
        expect(fault([...proof, root(1)])).toBe('proof-too-long');
        const lost = { size: older, root: flipped(root(older), bit) };
        const found = verifyConsistency(sha256, lost, head(size), proof);
        expect(found).not.toBeNull();
        if (proof.length === 0) return;
        const place = at % proof.length;
        expect(fault(proof.toSpliced(place, 1))).not.toBeNull();
        expect(fault(proof.with(place, flipped(proof[place] as Uint8Array, bit)))).not.toBeNull();
        expect(fault(proof.with(place, new Uint8Array(0)))).toBe('hash-length');
      }),
      { numRuns: 300 },
    );
  });

  it('an older log that is longer, or empty, or equally long and different', () => {
    expect(verifyConsistency(sha256, head(3), head(2), [])).toBe('older-is-longer');
    expect(verifyConsistency(sha256, head(0), head(2), [])).toBe('older-is-empty');
    expect(verifyConsistency(sha256, head(0), head(0), [])).toBe('older-is-empty');
    expect(verifyConsistency(sha256, { size: 2, root: root(3) }, head(2), [])).toBe('roots-differ');
    expect(verifyConsistency(sha256, { size: 1.5, root: root(1) }, head(2), [])).toBe('not-a-size');
    expect(verifyConsistency(sha256, { size: 2n ** 64n, root: root(1) }, head(2), [])).toBe('not-a-size');
  });

  it('sizes beyond what a number can tell apart only where they are wrong', () => {
    // The newest leaf of a log of 2⁶³ + 1: its sibling is the whole rest.
    const size = 2n ** 63n + 1n;
    const leaf = leaves[0] as Uint8Array;
    const rest = leaves[1] as Uint8Array;
    const proven = nodeHash(sha256, rest, leaf);
    const claim = { index: size - 1n, size, leafHash: leaf, proof: [rest] };
    expect(verifyInclusion(sha256, claim, proven)).toBeNull();
    expect(verifyInclusion(sha256, { ...claim, size: size + 1n }, proven)).not.toBeNull();
  });
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

describe('files of vectors', () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const good = {
    leafIdx: 2,
    treeSize: 5,
    root: base64(root(5)),
    leafHash: base64(leaves[2] as Uint8Array),
    proof: inclusion(2, 5).map(base64),
    desc: 'our own',
    wantErr: false,
  };
  const between = {
    size1: 3,
    size2: 5,
    root1: base64(root(3)),
    root2: base64(root(5)),
    proof: consistency(3, 5).map(base64),
    desc: 'our own',
    wantErr: false,
  };
  const judge = (file: unknown) => judgeVectors(sha256, JSON.stringify(file));

  it('are judged vector by vector, whatever is in them', () => {
    const { right, wrong, failures } = judge({
      inclusion: [
        good,
        { ...good, wantErr: true },
        { ...good, proof: ['%%%'], wantErr: true },
        { ...good, proof: 'none', wantErr: true },
        { ...good, leafIdx: -1, wantErr: true },
        { ...good, leafIdx: '2', wantErr: true },
        { ...good, root: `${good.root.slice(0, -1)}`, wantErr: true },
        null,
      ],
      consistency: [between, { ...between, proof: null }],
    });
    expect({ right, wrong }).toEqual({ right: 7, wrong: 3 });
    expect(failures.map(failure => failure.split(':')[0])).toEqual([
      'consistency 1 (our own)',
      'inclusion 1 (our own)',
      'inclusion 7 (undefined)',
    ]);
  });

  it('keep numbers of 64 bits whole', () => {
    const text = JSON.stringify({ inclusion: [{ ...good, wantErr: true }] });
    const last = text.replace('"leafIdx":2', '"leafIdx":18446744073709551615');
    expect(judgeVectors(sha256, last)).toMatchObject({ right: 1, wrong: 0 });
  });

  it('of another form are refused by name', () => {
    for (const text of ['', '[]', '{}', '{"inclusion":3}', 'null'])
      expect(() => judgeVectors(sha256, text)).toThrow(NotVectors);
  });

  it('as published are judged right, all of them', context => {
    const folder = process.env.SAUTI_SHARED ?? join(import.meta.dirname, '../../../../shared');
    const file = join(folder, 'data/merkle-proof-vectors.json');
    if (!existsSync(file)) return context.skip('the published vectors are not beside this checkout');
    const text = readFileSync(file, 'utf8');
    const all = JSON.parse(text) as { consistency: unknown[]; inclusion: unknown[] };
    expect(judgeVectors(sha256, text)).toEqual({
      right: all.consistency.length + all.inclusion.length,
      wrong: 0,
      failures: [],
    });
    expect(judgeVectors(sha256Slow, text).wrong).toBe(0);
  });
});

describe('the small SHA-256', () => {
  it('agrees with the platform’s for every length around its blocks, and for any bytes', () => {
    for (let length = 0; length <= 130; length += 1) {
      const bytes = new Uint8Array(length).fill(length);
      expect(Buffer.from(sha256Slow(bytes)).equals(Buffer.from(sha256(bytes)))).toBe(true);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(Buffer.from(sha256Slow(bytes)).equals(Buffer.from(sha256(bytes)))).toBe(true);
      }),
    );
  });
  it('roots stay those of the tree', () => {
    expect(Buffer.from(rootOf(sha256, frontier)).equals(Buffer.from(root(largest)))).toBe(true);
  });
});
