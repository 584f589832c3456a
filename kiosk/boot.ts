import { keepEarlyTaps } from './early-taps.ts';

/**
 * The first script of the page, and one that depends on nothing: no file beside it, no syntax younger than the oldest
 * browser a kiosk may have. It listens for taps until the app does, and has the app fetched once the first screen,
 * which stands in the page, is painted. If the app has not said within ten seconds that it came up, the service worker
 * is asked for the last build that did, and the page is loaded anew.
 */
(() => {
  const patienceMs = 10_000;
  const answerMs = 3_000;
  /** With nothing to go back to: as often as this the same page is tried again. */
  const againMs = 60_000;

  const hasStarted = () => document.documentElement.dataset.started !== undefined;

  const reload = () => {
    if (!hasStarted()) location.reload();
  };

  /** As long as something is still on its way, a page without a worker may only be slow. */
  const againLater = () => {
    setTimeout(() => {
      if (navigator.serviceWorker?.controller || document.readyState === 'complete') reload();
    }, againMs);
  };

  const recover = () => {
    if (hasStarted()) return;
    const worker = navigator.serviceWorker?.controller;
    if (!worker) {
      againLater();
      return;
    }
    const late = setTimeout(againLater, answerMs);
    const ask = (type: string, then: (build: unknown) => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = event => then((event.data as { build?: unknown } | null)?.build ?? null);
      worker.postMessage({ type }, [port2]);
    };
    ask('status', before =>
      ask('recover', after => {
        clearTimeout(late);
        if (after === before) againLater();
        else reload();
      }),
    );
  };

  const startApp = () => {
    const app = document.querySelector<HTMLLinkElement>('link[data-app]');
    if (app) void import(app.href);
  };

  // Here the app will only say why it cannot run (`app/able.ts` asks for more than this): the screen in the page stays
  // hidden until it does.
  if (!isSecureContext || typeof Temporal === 'undefined') document.documentElement.dataset.unable = '';
  else keepEarlyTaps();
  addEventListener('DOMContentLoaded', () => {
    // A page that nobody sees is never painted, and does not wait for that.
    if (document.hidden) startApp();
    // In the second frame: the first has then reached the glass, which the app's start would hold up.
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(startApp, 0)));
  });
  setTimeout(recover, patienceMs);
})();
