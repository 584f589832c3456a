import { options, render } from 'preact';
import '../shared/design/panel.css';
import './styles/panel-extra.css';
import { afterPaint } from './app/after-paint.ts';
import { App } from './app/app.tsx';
import { startKeys } from './app/keys.ts';
import { loadMoreScreens } from './app/more-screens.ts';
import { loadPictures } from './app/pictures.ts';
import { beginReading, readAhead } from './app/read-ahead.ts';
import { startRouter } from './app/router.ts';
import { restoreLanguage } from './i18n/words.ts';
import { refreshSession, session } from './store/session.ts';
import { forgetAhead } from './store/submission-ahead.ts';

/** What the first page shows is here; the other pictures and pages come when there is time, or after this. */
const restAfterMs = 500;

// What a page does once it stands (asks, listens, draws the rows below) waits for its picture even on a slow machine.
options.requestAnimationFrame = afterPaint;
startRouter();
// A language that cannot be fetched must not keep anybody out: English is here already.
const spoken = restoreLanguage().catch(() => undefined);
const known = refreshSession(async me => {
  await Promise.all([spoken, readAhead(me)]);
}).then(() => {
  if (session.get().phase !== 'signed-in') forgetAhead();
});
beginReading();
startKeys();
const root = document.getElementById('app');
if (root) render(<App />, root);
// A page that the browser put aside must not come back with what was read on it.
addEventListener('pagehide', () => root && render(null, root));
addEventListener('pageshow', event => event.persisted && location.reload());
await spoken;
await known;
afterPaint(() =>
  requestIdleCallback(
    () => {
      void loadPictures();
      void loadMoreScreens();
    },
    { timeout: restAfterMs },
  ),
);
