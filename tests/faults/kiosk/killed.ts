import { BadLine } from '../harness/bad-line.ts';
import { between, pause, until } from '../harness/chance.ts';
import { freePort } from '../harness/cluster.ts';
import { countArrivals, type KioskScene, withKiosk } from '../harness/kiosk-scene.ts';
import { type FaultClass, type Run, sum, type Tally } from '../harness/tally.ts';

/**
 * One complaint with a power cut so many milliseconds after the last tap, or after its receipt shows; then the
 * kiosk starts again. By the receipt it is the same on a fast and on a slow machine.
 */
async function cutAfter(
  when: 'tap' | 'receipt',
  ms: number,
  { kiosk }: KioskScene,
  origin: string,
): Promise<void> {
  await kiosk.answerAll();
  const before = kiosk.shown.size;
  await kiosk.tapSend();
  if (when === 'receipt') await until('the receipt shows', () => kiosk.shown.size > before);
  await pause(ms);
  await kiosk.kill();
  await kiosk.open(origin);
}

async function saving(run: Run): Promise<Tally> {
  return withKiosk(async scene => {
    await scene.kiosk.setUp(scene.origin);
    await scene.stopServer();
    let tries = 0;
    for (const count of run.tries(4, 100)) {
      if (count % 2 === 0) await cutAfter('tap', between(0, 500), scene, scene.origin);
      else await cutAfter('receipt', 0, scene, scene.origin);
      tries += 1;
    }
    await scene.startServer();
    return sum({ tries }, await countArrivals(scene, run));
  });
}

export const kioskKilledSaving: FaultClass = {
  fault: 'kiosk-killed-saving',
  lane: 'kiosk',
  what: 'Chromium killed (SIGKILL) in turn up to half a second after the tap on Send and as soon as the receipt shows, with the server gone; then everything whose receipt was shown must be delivered, once.',
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
        for (const _ of run.tries(4, 100)) {
          await cutAfter('receipt', between(0, 1_200), scene, origin);
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
  what: 'Chromium killed (SIGKILL) while it delivers over a slow line, up to 1.2 seconds after the receipt shows.',
  run: sending,
};
