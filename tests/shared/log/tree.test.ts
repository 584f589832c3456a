import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, emptyFrontier, type Hash, leafHash, nodeHash, rootOf } from '../../../shared/log/tree.ts';

const sha256: Hash = bytes => createHash('sha256').update(bytes).digest();

/** RFC 6962 section 2.1 as it is written, with nothing kept. */
function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only] = entries;
  if (!only) return sha256(new Uint8Array(0));
  if (entries.length === 1) return leafHash(sha256, only);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return nodeHash(sha256, naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
}

const grow = (entries: readonly Uint8Array[]) =>
  entries.reduce((frontier, entry) => append(sha256, frontier, leafHash(sha256, entry)), emptyFrontier);

describe('the log as a Merkle tree', () => {
  it('has the root of RFC 6962 at every size up to 300', () => {
    const entries = Array.from({ length: 300 }, (_, index) => new TextEncoder().encode(`entry ${index}`));
    for (let size = 0; size <= 300; size += 1) {
      const frontier = grow(entries.slice(0, size));
      expect(frontier.roots).toHaveLength(size.toString(2).replaceAll('0', '').length);
      expect(Buffer.from(rootOf(sha256, frontier)).toString('hex')).toBe(
        Buffer.from(naiveRoot(entries.slice(0, size))).toString('hex'),
      );
    }
  });
  it('has another root as soon as any entry differs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 }),
        fc.nat(39),
        (entries, at) => {
          const index = at % entries.length;
          const changed = entries.map((entry, position) =>
            position === index ? Uint8Array.of(...entry, 1) : entry,
          );
          expect(rootOf(sha256, grow(changed))).not.toEqual(rootOf(sha256, grow(entries)));
        },
      ),
      { numRuns: 500 },
    );
  });
  it('agrees with the published vectors: the root of the reference tree of eight', context => {
    const folder = process.env.SAUTI_SHARED ?? join(import.meta.dirname, '../../../../shared');
    const file = join(folder, 'data/merkle-proof-vectors.json');
    if (!existsSync(file)) return context.skip('the published vectors are not beside this checkout');
    const vectors = JSON.parse(readFileSync(file, 'utf8')) as {
      consistency: { size2: number; root2: string; wantErr: boolean; size1: number }[];
    };
    // The reference tree of the RFC's own test data.
    const entries = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map(hex => Buffer.from(hex, 'hex'));
    const happy = vectors.consistency.filter(
      vector => !vector.wantErr && vector.size2 <= 8 && vector.size1 >= 1,
    );
    expect(happy.length).toBeGreaterThan(0);
    for (const { size2, root2 } of happy)
      expect(Buffer.from(rootOf(sha256, grow(entries.slice(0, size2)))).toString('base64')).toBe(root2);
  });
});
