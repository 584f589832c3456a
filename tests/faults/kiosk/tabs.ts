import { countArrivals, withKiosk } from '../harness/kiosk-scene.ts';
import { type FaultClass, sum } from '../harness/tally.ts';

export const kioskTwoTabs: FaultClass = {
  fault: 'kiosk-two-tabs',
  lane: 'kiosk',
  what: 'Two tabs of one kiosk save at the same moment with the server gone, and both deliver when it is back.',
  run: run =>
    withKiosk(async scene => {
      const { kiosk, origin } = scene;
      await kiosk.setUp(origin);
      const other = await kiosk.openTab(origin);
      let tries = 0;
      for (const _ of run.tries(2, 25)) {
        await scene.stopServer();
        await Promise.all([kiosk.answerAll(), kiosk.answerAll(other)]);
        await Promise.all([kiosk.sendUntilReceipt(), kiosk.sendUntilReceipt(other)]);
        await scene.startServer();
        await Promise.all([kiosk.leaveReceipt(), kiosk.leaveReceipt(other)]);
        tries += 1;
      }
      return sum({ tries }, await countArrivals(scene, run));
    }),
};
