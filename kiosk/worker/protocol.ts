/** What a page may ask of the worker. Types only: worker and page share no code, so that neither holds up the other. */
export type Question =
  /** Which build is shown, and whether another waits? */
  | { readonly type: 'status' }
  /** Look for a new build and download it. */
  | { readonly type: 'check' }
  /** Show the build that waits from the next load on. */
  | { readonly type: 'activate' }
  /** The page of this build came up and works. */
  | { readonly type: 'ran'; readonly build: string };

export interface Status {
  readonly build: string | null;
  readonly updateReady: boolean;
}
