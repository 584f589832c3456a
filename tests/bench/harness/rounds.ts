import type { Pair } from './figure.ts';

/**
 * Measures floor and ours in turn, floor first: whatever slows the machine down for a while slows both, and
 * neither gets all the cold caches.
 */
export async function inTurn(
  rounds: number,
  floor: () => Promise<number>,
  ours: () => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const measuredFloor = await floor();
    pairs.push({ floor: measuredFloor, figure: await ours() });
  }
  return pairs;
}
