import { BadLine } from '../harness/bad-line.ts';
import { between, pause } from '../harness/chance.ts';
import { freePort } from '../harness/cluster.ts';
import { countArrivals, type KioskScene, withKiosk } from '../harness/kiosk-scene.ts';
import { type FaultClass, type Run, sum, type Tally } from '../harness/tally.ts';

/** One complaint whose last tap is followed by a power cut, so many milliseconds later; then the kiosk starts again. */
async function cutAfterSend({ kiosk }: KioskScene, origin: string, ms: number): Promise<void> {
  await kiosk.answerAll();
  await kiosk.tapSend();
  await pause(ms);
  await kiosk.kill();
  await kiosk.open(origin);
}

async function saving(run: Run): Promise<Tally> {
  return withKiosk(async scene => {
    await scene.kiosk.setUp(scene.origin);
    await scene.stopServer();
    let tries = 0;
    for (const _ of run.tries(3, 100)) {
      await cutAfterSend(scene, scene.origin, between(0, 500));
      tries += 1;
    }
    await scene.startServer();
    return sum({ tries }, await countArrivals(scene, run));
  });
}

export const kioskKilledSaving: FaultClass = {
  fault: 'kiosk-killed-saving',
  lane: 'kiosk',
  what: 'Chromium killed (SIGKILL) up to half a second after the tap on Send, with the server gone; then everything whose receipt was shown must be delivered, once.',
  run: saving,
};

async function sending(run: Run): Promise<Tally> {
  const port = await freePort();
  const behind = await freePort();
  // Slow both ways, so that the cut falls before, into and after the delivery.
  const line = await BadLine.listen(
    () => ({ kind: 'late', way: between(0, 1) ? 'up' : 'down', ms: between(20, 400) }),
    behind,
    port,
  );
  try {
    return await withKiosk(
      async scene => {
        const origin = `http://localhost:${port}`;
        await scene.kiosk.setUp(origin);
        let tries = 0;
        for (const _ of run.tries(3, 100)) {
          await cutAfterSend(scene, origin, between(100, 1_500));
          tries += 1;
        }
        return sum({ tries }, await countArrivals(scene, run));
      },
      { behind },
    );
  } finally {
    await line.close();
  }
}

export const kioskKilledSending: FaultClass = {
  fault: 'kiosk-killed-sending',
  lane: 'kiosk',
  what: 'Chromium killed (SIGKILL) while it delivers over a slow line, up to one and a half seconds after the tap on Send.',
  run: sending,
};
