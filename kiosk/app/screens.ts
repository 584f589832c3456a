export type ScreensModule = typeof import('../screens/screens.tsx');

let loaded: ScreensModule | null = null;

/** The screens beyond the first, if they are here already. */
export function screensNow(): ScreensModule | null {
  return loaded;
}

/** Fetches the screens beyond the first; tries again until it succeeds, since nothing works without them. */
export async function loadScreens(): Promise<ScreensModule> {
  for (;;) {
    try {
      loaded = await import('../screens/screens.tsx');
      return loaded;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 1_000));
    }
  }
}
