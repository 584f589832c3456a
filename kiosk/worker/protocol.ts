/**
 * What a page may ask of the worker. Types only: worker and page share no code, so that neither holds up the other.
 * Worker and page may be of different builds, so questions are only ever added, and new fields may be missing.
 */
export type Question =
  /** Which build is shown, and whether another waits? */
  | { readonly type: 'status' }
  /** Look for a new build for this kiosk and download it. */
  | { readonly type: 'check'; readonly kiosk: string | null }
  /** Show the build that waits from the next load on. */
  | { readonly type: 'activate' }
  /** The page of this build came up and works. */
  | { readonly type: 'ran'; readonly build: string }
  /** The page of this build has run for so many milliseconds more. */
  | { readonly type: 'ran-on'; readonly build: string; readonly ms: number }
  /** The page did not come up: show the last build that did from the next load on. */
  | { readonly type: 'recover' };

export interface Status {
  readonly build: string | null;
  readonly updateReady: boolean;
  /** A build that did not come up here and was switched back from. */
  readonly rejected: string | null;
}
