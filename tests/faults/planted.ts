import type { PlantedBug } from './harness/tally.ts';
import { harmedDatabase } from './planted/database.ts';
import { forgetfulKiosk } from './planted/kiosk.ts';
import { deaf, earlyReceipts, unflushed } from './planted/server.ts';

/** In the order in which they stand in docs/reliability.md. */
export const plantedBugs: readonly PlantedBug[] = [
  earlyReceipts,
  harmedDatabase,
  unflushed,
  deaf,
  forgetfulKiosk,
];
