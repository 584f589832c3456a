import { anyWay, BadLine, type Mishap } from '../harness/bad-line.ts';
import { between } from '../harness/chance.ts';
import { FarKiosk, type Patience } from '../harness/far-kiosk.ts';
import { type Sent, sentOf } from '../harness/held.ts';
import { inspect } from '../harness/inspect.ts';
import { settingsOf, sqlitePlace } from '../harness/place.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type FaultClass, type Run, sum, type Tally } from '../harness/tally.ts';

const kiosks = 12;

/** So many items of every kiosk, written evenly over the last so many milliseconds. */
export async function outboxesOf(prison: Prison, each: number, overMs = 0): Promise<Sent[][]> {
  const outboxes: Sent[][] = [];
  for (const kiosk of prison.kiosks) {
    const items: Sent[] = [];
    for (let left = each; left > 0; left -= 1)
      items.push(sentOf(await kiosk.nextItem(Math.round((overMs * left) / each))));
    outboxes.push(items);
  }
  return outboxes;
}

interface Weather {
  readonly draw: () => Mishap;
  readonly patience: Patience;
  readonly each: number;
}

/** Kiosks that deliver over a bad line until everything is in. A try is a connection to which something happened. */
async function throughBadLine(run: Run, { draw, patience, each }: Weather): Promise<Tally> {
  const place = await sqlitePlace();
  const prison = await found(place, kiosks);
  const outboxes = await outboxesOf(prison, each);
  const server = await ServerProcess.startWell(settingsOf(place));
  const line = await BadLine.listen(draw, server.port);
  try {
    const far = outboxes.map(items => new FarKiosk(items, prison.receiptsKey, patience));
    await Promise.all(far.map(kiosk => kiosk.deliver(line.port)));
    await server.stop('SIGTERM');
    return sum({ tries: line.mishaps }, await inspect(place, prison, outboxes.flat(), run));
  } finally {
    await line.close();
    await server.stop('SIGKILL');
    await place.remove();
  }
}

const none: Mishap = { kind: 'none' };

export const lineLoses: FaultClass = {
  fault: 'line-loses',
  what: 'Every third connection of 12 kiosks is lost: at once, or when the answer is on its way.',
  run: run =>
    throughBadLine(run, {
      draw: () =>
        between(1, 3) > 1 ? none : between(0, 1) ? { kind: 'lost' } : { kind: 'cut', way: 'down', bytes: 1 },
      patience: { timeoutMs: 5_000, pace: run.long ? 1 : 0.02 },
      each: run.count(8, 20),
    }),
};

export const lineDelays: FaultClass = {
  fault: 'line-delays',
  what: 'Every fourth request or answer of 12 kiosks takes 30 seconds, longer than the kiosk waits (20): it sends again, and both arrive. The short form scales all of it down to a tenth.',
  run(run) {
    const scale = run.long ? 1 : 0.1;
    return throughBadLine(run, {
      draw: () => (between(1, 4) > 1 ? none : { kind: 'late', way: anyWay(), ms: 30_000 * scale }),
      patience: { timeoutMs: 20_000 * scale, pace: scale },
      each: run.count(3, 5),
    });
  },
};

export const lineCuts: FaultClass = {
  fault: 'line-cuts',
  what: 'Every second connection of 12 kiosks is cut in the middle of the request’s or the answer’s bytes.',
  run: run =>
    throughBadLine(run, {
      draw: () => (between(0, 1) ? none : { kind: 'cut', way: anyWay(), bytes: between(1, 2_600) }),
      patience: { timeoutMs: 5_000, pace: run.long ? 1 : 0.02 },
      each: run.count(8, 20),
    }),
};
