import { join } from 'node:path';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { writeBackup } from '../../../server/backup/write-backup.ts';
import { until } from '../harness/chance.ts';
import {
  arrivedCodes,
  countArrivals,
  inDatabase,
  type KioskScene,
  withKiosk,
} from '../harness/kiosk-scene.ts';
import { sqlitePlace } from '../harness/place.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

const passphrase = 'a passphrase for this test';
const nowIso = () => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });

/** The server is backed up, takes more, and is put back to what it was on another disk. */
async function restoreOld(scene: KioskScene, backup: string): Promise<void> {
  const place = await sqlitePlace();
  await scene.stopServer('SIGKILL');
  await restoreBackup(backup, { ...place, passphrase, withoutKeys: false }, nowIso());
  await scene.place.remove();
  scene.place = place;
  await scene.startServer();
}

async function once(scene: KioskScene, run: Run): Promise<Tally> {
  const { kiosk } = scene;
  const before = arrivedCodes(scene.place).length;
  await kiosk.complain();
  await kiosk.leaveReceipt();
  await until('the one before the back-up arrives', () => arrivedCodes(scene.place).length === before + 1);
  const backup = join(kiosk.profile, 'a.backup');
  await writeBackup({ ...scene.place, passphrase }, backup, { program: 'faults', now: nowIso() });
  for (let count = 0; count < 2; count += 1) {
    await kiosk.complain();
    await kiosk.leaveReceipt();
  }
  await until('those after it arrive', () => arrivedCodes(scene.place).length === before + 3);
  await restoreOld(scene, backup);
  if (!run.long) await kiosk.tryNow();
  const told = inDatabase(scene.place, "select id from irregularity where kind = 'restored'").length > 0;
  return sum({ tries: 1, damaged: told ? 0 : 1 }, await countArrivals(scene, run));
}

export const kioskServerRestored: FaultClass = {
  fault: 'kiosk-server-restored',
  lane: 'kiosk',
  what: 'The server is restored from a back-up older than what it has since receipted: the kiosk sends that again by itself, and the panel is told.',
  run: run =>
    withKiosk(async scene => {
      await scene.kiosk.setUp(scene.origin);
      let total = nothing;
      // Each looks at everything from the first on; what was wrong once stays wrong.
      for (const count of run.tries(1, 10)) {
        const { damaged } = total;
        total = await once(scene, run);
        total = { ...total, tries: count + 1, damaged: damaged + total.damaged };
      }
      return total;
    }),
};
