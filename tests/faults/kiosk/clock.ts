import { countArrivals, inDatabase, withKiosk } from '../harness/kiosk-scene.ts';
import { type FaultClass, sum } from '../harness/tally.ts';

const day = 24 * 3600_000;
/** A dead battery, a wrong year, a month ahead, a minute back. */
const jumps = [-9 * 365 * day, 3 * 365 * day, 31 * day, -60_000] as const;

export const kioskClockJumps: FaultClass = {
  fault: 'kiosk-clock-jumps',
  lane: 'kiosk',
  what: 'The kiosk’s clock jumps years back and ahead, a month and a minute, between complaints, with the server gone and with it there; the server’s own time stands on every receipt.',
  run: run =>
    withKiosk(async scene => {
      const { kiosk, origin } = scene;
      await kiosk.setUp(origin);
      let tries = 0;
      const start = Date.now();
      for (const count of run.tries(2, 24)) {
        if (count % 2 === 0) await scene.stopServer();
        await kiosk.page.clock.setSystemTime(start + (jumps[count % jumps.length] ?? 0));
        await kiosk.complain();
        await kiosk.leaveReceipt();
        if (count % 2 === 0) await scene.startServer();
        tries += 1;
      }
      const tally = await countArrivals(scene, run);
      // What the kiosk believed is kept beside it, and believed by nobody.
      const times = inDatabase<{ received_at: string }>(scene.place, 'select received_at from intake');
      const wrong = times.filter(
        ({ received_at: at }) => Math.abs(Date.parse(at) - Date.now()) > 3 * 3600_000,
      );
      return sum({ tries, damaged: wrong.length }, tally);
    }),
};
