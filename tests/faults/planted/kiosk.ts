import { between, pause, until } from '../harness/chance.ts';
import { countArrivals, withKiosk } from '../harness/kiosk-scene.ts';
import { type PlantedBug, sum } from '../harness/tally.ts';

/** In the page: what was stored is gone again as soon as its receipt stands on the screen. */
const forget = () => {
  const look = () => {
    if (!document.querySelector('[data-screen="receipt"]')) return;
    // Its second copy too, which would heal the first.
    localStorage.clear();
    const opening = indexedDB.open('sauti-outbox');
    opening.onsuccess = () => {
      const database = opening.result;
      database.transaction('items', 'readwrite').objectStore('items').clear();
      database.close();
    };
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};

export const forgetfulKiosk: PlantedBug = {
  name: 'forgetful-kiosk',
  inClass: 'kiosk-killed-saving',
  lane: 'kiosk',
  what: 'The kiosk shows a receipt for what is not in its store.',
  run: run =>
    withKiosk(async scene => {
      const { kiosk, origin } = scene;
      await kiosk.setUp(origin);
      kiosk.beforePage = [forget];
      await kiosk.kill();
      await scene.stopServer();
      await kiosk.open(origin);
      await kiosk.complain();
      await pause(between(200, 500));
      await kiosk.kill();
      kiosk.beforePage = [];
      await scene.startServer();
      await kiosk.open(origin);
      await until('the kiosk is there again', () => kiosk.canTake());
      return sum({ tries: 1 }, await countArrivals(scene, run));
    }),
};
