import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { markChange } from '../components/guard.ts';
import { State } from '../components/state.tsx';
import { defaultLanguage } from '../i18n/languages.ts';
import { speak, useWords } from '../i18n/words.ts';
import { First } from '../screens/first.tsx';
import { applyUpdate, restartIfDue, takeContent } from '../store/index.ts';
import { Cover } from './cover.tsx';
import { Frame } from './frame.tsx';
import type { Turn } from './idle.ts';
import { useKiosk } from './kiosk-state.ts';
import { forgetListening } from './listening.ts';
import { useFact, useLive } from './live.ts';
import { back, go, placeOf, way } from './navigator.ts';
import type { Place } from './places.ts';
import { Rest } from './rest.tsx';
import { loadScreens, type ScreensModule, screensNow } from './screens.ts';
import { type Ending, ending, isPrivate, isUnsent, leave, session } from './session.ts';
import { turnOf } from './turn.ts';
import { useIdle } from './use-idle.ts';

/** Seconds for which the first screen says how the last turn ended. */
const endingShows = 15_000;

function useEndingFades(): void {
  const shown = useLive(ending);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => ending.set(null), endingShows);
    return () => clearTimeout(timer);
  }, [shown]);
}

/** After so long on the untouched first screen the glass goes dark. */
const darkAfter = 90_000;
const nightlyEvery = 5 * 60_000;

/** Whether the glass is dark; while the first screen rests, its night is looked for too. */
function useAsleep(resting: boolean): boolean {
  const [asleep, setAsleep] = useState(false);
  useEffect(() => {
    if (!resting) return setAsleep(false);
    const dark = setTimeout(() => setAsleep(true), darkAfter);
    const nightly = setInterval(() => void restartIfDue(), nightlyEvery);
    return () => {
      clearTimeout(dark);
      clearInterval(nightly);
    };
  }, [resting]);
  return resting && asleep;
}

/** The kiosk: the screen that shows, in its frame, and the cover over both when nobody touches it. */
export function App() {
  const current = useLive(way);
  const kiosk = useKiosk();
  const place = placeOf(current);
  const hidden = useFact(session, isPrivate);
  const turn = turnOf(place, hidden);
  useEndingFades();

  const onOver = useCallback(() => {
    if (turn === 'first') {
      forgetListening();
      void speak(defaultLanguage);
      return;
    }
    leave(endingOf(turn));
  }, [turn]);
  const { idle, wake } = useIdle(turn, onOver);
  const resting = turn === 'first' && idle.state === 'over';
  useEffect(() => {
    if (resting && kiosk.updateReady) void applyUpdate();
  }, [resting, kiosk.updateReady]);
  // Pages change while nobody reads one, and nothing of the first screen depends on them.
  const isFirst = turn === 'first';
  useEffect(() => {
    if (isFirst && kiosk.contentWaits) void takeContent();
  }, [isFirst, kiosk.contentWaits]);
  const asleep = useAsleep(resting);

  const covered = idle.state === 'covered' || idle.state === 'counting';
  const hasBack = place.at !== 'first' && place.at !== 'receipt';
  return (
    <>
      <Frame
        place={place}
        isPrivate={hidden}
        covered={covered || asleep}
        onBack={hasBack ? goBack : null}
        onHome={goHome}
        onRules={() => leave(null, { at: 'contents' })}
      >
        <Screen place={place} />
      </Frame>
      {asleep ? <Rest /> : null}
      {covered ? (
        <Cover
          idle={idle}
          onWake={() => {
            markChange(performance.now());
            wake();
          }}
        />
      ) : null}
    </>
  );
}

/**
 * Home, asking first where going away would lose a complaint. Both ask what is so at the tap, not what was drawn
 * last: a drawing may be one tap behind.
 */
function goHome(): void {
  const asks = isUnsent(session.get()) && placeOf(way.get()).at !== 'leave';
  if (asks) go({ at: 'leave' });
  else leave();
}

function goBack(): void {
  if (way.get().length > 2) back();
  else goHome();
}

function endingOf(turn: Turn): Ending | null {
  if (isUnsent(session.get())) return 'not-sent';
  return turn === 'private' && isPrivate(session.get()) ? 'signed-out' : null;
}

/** The first screen comes with the page; all others are one file that follows it at once. */
function Screen({ place }: { place: Place }) {
  const [screens, setScreens] = useState<ScreensModule | null>(screensNow);
  const isFirst = place.at === 'first';
  const here = screens ?? screensNow();
  useLayoutEffect(() => {
    // Not while the first screen is drawn: they are fetched after its first paint (main.tsx).
    if (here === null && !isFirst) void loadScreens().then(setScreens);
  }, [here, isFirst]);
  if (isFirst) return <First />;
  return here ? <here.Screens place={place} /> : <Loading />;
}

function Loading() {
  const { say } = useWords();
  return <State kind="slow" picture="mark" title={say('content.loading')} />;
}
