import * as store from '../../../kiosk/store/index.ts';

declare global {
  /** The screens' door to the engine, open to a test. */
  var kioskStore: typeof store;
}

// The worker has tests of its own; here it would answer a browser's first load before the test can.
navigator.serviceWorker.register = () => Promise.reject(new Error('no worker in this page'));
globalThis.kioskStore = store;
void store.start();
