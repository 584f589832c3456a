import { pause } from '../harness/chance.ts';
import { freePort } from '../harness/cluster.ts';
import { asAKiosk, FarKiosk } from '../harness/far-kiosk.ts';
import { inspect } from '../harness/inspect.ts';
import { settingsOf, sqlitePlace } from '../harness/place.ts';
import { found } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type FaultClass, sum } from '../harness/tally.ts';
import { outboxesOf } from './bad-line.ts';

const kiosks = 40;
const each = 50;
/** So long they knock at a door that nobody opens: their waits have grown when the server comes back. */
const knockingMs = 4_000;
const fortnightMs = 14 * 24 * 3600_000;

export const fortnight: FaultClass = {
  fault: 'fortnight-outage',
  what: 'After a fortnight without the server 40 kiosks with 50 items each, written all through it, come back at once with the kiosk’s own waits; the server is killed once more in the middle of it. A try is a kiosk.',
  async run(run) {
    const place = await sqlitePlace();
    const prison = await found(place, kiosks);
    const outboxes = await outboxesOf(prison, each, fortnightMs);
    const port = await freePort();
    const settings = settingsOf(place, { PORT: String(port) });
    const delivering = Promise.all(
      outboxes.map(items => new FarKiosk(items, prison.receiptsKey, asAKiosk).deliver(port)),
    );
    await pause(knockingMs);
    const first = await ServerProcess.startWell(settings);
    while (outboxes.flat().filter(item => item.receipt !== null).length < (kiosks * each) / 3) await pause(5);
    await first.stop('SIGKILL');
    const server = await ServerProcess.startWell(settings);
    await delivering;
    await server.stop('SIGTERM');
    const tally = await inspect(place, prison, outboxes.flat(), run);
    await place.remove();
    return sum(tally, { tries: kiosks });
  },
};
