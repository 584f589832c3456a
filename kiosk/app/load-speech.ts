import { loadScreens, type ScreensModule } from './screens.ts';

/**
 * Reading aloud: the little that tells the engine what to say comes with the screens, after the first paint. The
 * engine and its voices are fetched when somebody listens or the kiosk is idle.
 */
export async function loadSpeech(): Promise<ScreensModule['speech']> {
  return (await loadScreens()).speech;
}

/** Long after the first screen and what follows it. */
const warmAfterMs = 5_000;

/** Gets the engine ready while nobody needs the machine, so that the first *Listen* is soon heard. */
export function warmWhenIdle(): void {
  setTimeout(() => {
    requestIdleCallback(() => void loadSpeech().then(speech => speech.warm()));
  }, warmAfterMs);
}
