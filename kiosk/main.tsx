import '../shared/design/kiosk.css';
import './app/app.css';
import { hydrate, render, type VNode } from 'preact';
import { isBrowserAble } from './app/able.ts';
import { App } from './app/app.tsx';
import { guardPage } from './app/guards.ts';
import { useKiosk } from './app/kiosk-state.ts';
import { warmWhenIdle } from './app/load-speech.ts';
import { loadPictures } from './app/pictures.ts';
import { loadScreens } from './app/screens.ts';
import { markStarted } from './app/started.ts';
import { afterPaint } from './components/focus.ts';
import { defaultLanguage, fallbackLanguage } from './i18n/languages.ts';
import { loadProblems } from './i18n/problems.ts';
import { startWords } from './i18n/words.ts';
import { Stopped } from './screens/kiosk/stopped.tsx';
import { start } from './store/index.ts';

function Root() {
  const { phase } = useKiosk();
  return phase === 'insecure' || !globalThis.isSecureContext ? <Stopped by="insecure" /> : <App />;
}

/** Draws in place of what stands in the page. */
function drawAnew(root: VNode, place: HTMLElement): void {
  place.replaceChildren();
  render(root, place);
}

/** What the first screen does not need: the other pictures and screens, the store, the sentences for failures. */
async function loadRest(): Promise<void> {
  void loadPictures();
  await loadScreens();
  await start();
  await Promise.allSettled([defaultLanguage, fallbackLanguage].map(loadProblems));
  warmWhenIdle();
}

function main(): void {
  const place = document.getElementById('app');
  if (!place) return;
  guardPage();
  startWords();
  if (!isBrowserAble()) {
    markStarted();
    drawAnew(<Stopped by="too-old" />, place);
    void loadPictures();
    return;
  }
  // In development no screen stands in the page, and where nothing may start it is the wrong one.
  if (globalThis.isSecureContext && place.hasChildNodes()) hydrate(<Root />, place);
  else drawAnew(<Root />, place);
  dispatchEvent(new Event('sauti-live'));
  // After the first paint: the first screen is there before anything behind it is fetched.
  afterPaint(() => void loadRest());
}

main();
