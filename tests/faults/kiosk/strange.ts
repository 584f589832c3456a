import { between, pause, until } from '../harness/chance.ts';
import { freePort } from '../harness/cluster.ts';
import { countArrivals, withKiosk } from '../harness/kiosk-scene.ts';
import { settingsOf, sqlitePlace } from '../harness/place.ts';
import { Poster } from '../harness/post.ts';
import { found } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type Strangeness, StrangeServer, strangenesses } from '../harness/strange-server.ts';
import { type FaultClass, sum } from '../harness/tally.ts';

/** A genuine receipt of a server, for an item of another kiosk. */
async function foreignReceipt(): Promise<string> {
  const place = await sqlitePlace();
  const prison = await found(place, 1);
  const server = await ServerProcess.startWell(settingsOf(place));
  const poster = new Poster(1);
  const item = await prison.kiosks[0]?.nextItem();
  const { body } = await poster.post(server.port, '/api/intake', JSON.stringify(item));
  poster.close();
  await server.stop('SIGTERM');
  await place.remove();
  return body;
}

/** Some of them in any order; in the long form each many times. */
function drawn(count: number): Strangeness[] {
  return Array.from(
    { length: count },
    (_, index) => strangenesses[index % strangenesses.length] ?? 'html',
  ).sort(() => between(0, 2) - 1);
}

export const kioskStrangeAnswers: FaultClass = {
  fault: 'kiosk-strange-answers',
  lane: 'kiosk',
  what: 'Something stands between kiosk and server and answers deliveries slowly, half, twice, with HTML, with nothing, with a redirect, with another item’s or another kiosk’s receipt; some of it passes the delivery on, some does not.',
  async run(run) {
    const [port, behind] = [await freePort(), await freePort()];
    const strange = await StrangeServer.listen(port, behind, await foreignReceipt());
    const origin = `http://localhost:${port}`;
    try {
      return await withKiosk(
        async scene => {
          const { kiosk } = scene;
          await kiosk.setUp(origin);
          const tries = run.count(strangenesses.length, 120);
          const all = drawn(tries);
          let answered = 0;
          for (const _ of run.tries(Math.ceil(tries / 4), Math.ceil(tries / 4))) {
            const some = all.splice(0, 4);
            strange.left.push(...some);
            await kiosk.complain();
            await kiosk.leaveReceipt();
            await until('it is delivered, or all of it was answered', async () => {
              await kiosk.tryNow();
              await pause(200);
              return strange.left.length === 0 || (await kiosk.waiting()) === 0;
            });
            answered += some.length - strange.left.splice(0).length;
          }
          return sum({ tries: answered }, await countArrivals(scene, run));
        },
        { behind },
      );
    } finally {
      await strange.close();
    }
  },
};
