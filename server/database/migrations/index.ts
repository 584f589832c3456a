import type { Migration } from '../migrate.ts';
import { spine } from './001-spine.ts';
import { records } from './004-records.ts';

/** In the order in which they are applied; a released one is never changed. */
export const migrations: readonly Migration[] = [spine, records];
