export type MoreScreens = typeof import('../screens/more-screens.tsx');

const retryMs = 2_000;
const triesBeforeReload = 2;
let loaded: MoreScreens | null = null;

/** The pages beside the cases, if they are here already. */
export function moreScreensNow(): MoreScreens | null {
  return loaded;
}

/**
 * Fetches the pages beside the cases. A file that does not come is tried again; if it still does not, the server has
 * another version by now, and the page is loaded anew.
 */
export async function loadMoreScreens(): Promise<MoreScreens> {
  for (let tries = 1; ; tries += 1) {
    try {
      loaded = await import('../screens/more-screens.tsx');
      return loaded;
    } catch {
      await new Promise(resolve => setTimeout(resolve, retryMs));
      if (tries === triesBeforeReload && navigator.onLine) location.reload();
    }
  }
}
