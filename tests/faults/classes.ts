import { backupDiskFull, backupKilled, restoreKilled } from './backup/broken-off.ts';
import { backupDamaged } from './backup/damaged.ts';
import { backupWhileWriting } from './backup/writing.ts';
import type { FaultClass } from './harness/tally.ts';
import { kioskClockJumps } from './kiosk/clock.ts';
import { kioskKilledSaving, kioskKilledSending } from './kiosk/killed.ts';
import { kioskServerRestored } from './kiosk/restored.ts';
import { kioskDatabaseClosed, kioskDiskFull, kioskStorageCleared } from './kiosk/store.ts';
import { kioskStrangeAnswers } from './kiosk/strange.ts';
import { kioskTwoTabs } from './kiosk/tabs.ts';
import { lineCuts, lineDelays, lineLoses } from './network/bad-line.ts';
import { fortnight } from './network/fortnight.ts';
import { diskFull, diskReadOnly } from './server/disk.ts';
import { postgresKilled, serverKilled, serverKilledOnPostgres } from './server/killed.ts';
import { databaseLocked } from './server/locked.ts';
import { syscallFails, syscallKills } from './server/syscalls.ts';

/** In the order in which they run and stand in docs/reliability.md; a class that is not here does not exist. */
export const classes: readonly FaultClass[] = [
  serverKilled,
  serverKilledOnPostgres,
  postgresKilled,
  syscallFails,
  syscallKills,
  diskFull,
  diskReadOnly,
  databaseLocked,
  lineLoses,
  lineDelays,
  lineCuts,
  fortnight,
  kioskKilledSaving,
  kioskKilledSending,
  kioskDiskFull,
  kioskDatabaseClosed,
  kioskStorageCleared,
  kioskClockJumps,
  kioskTwoTabs,
  kioskStrangeAnswers,
  kioskServerRestored,
  backupWhileWriting,
  backupKilled,
  restoreKilled,
  backupDiskFull,
  backupDamaged,
];
