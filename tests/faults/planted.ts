import type { PlantedBug } from './harness/tally.ts';

/** In the order in which they stand in docs/reliability.md. */
export const plantedBugs: readonly PlantedBug[] = [];
