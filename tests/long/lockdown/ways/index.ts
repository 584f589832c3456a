import { addresses } from './addresses.ts';
import { devices } from './devices.ts';
import { files } from './files.ts';
import { hands } from './hands.ts';
import { keys } from './keys.ts';
import { network } from './network.ts';
import type { Way } from './way.ts';
import { windows } from './windows.ts';

/** Every way out that is tried, in one table. */
export const ways: readonly Way[] = [
  ...addresses,
  ...windows,
  ...network,
  ...files,
  ...devices,
  ...hands,
  ...keys,
];
