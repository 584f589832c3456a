/** What a page may ask of the worker. */
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

export function isQuestion(value: unknown): value is Question {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'ran') return 'build' in value && typeof value.build === 'string';
  return value.type === 'status' || value.type === 'check' || value.type === 'activate';
}

export function isStatus(value: unknown): value is Status {
  if (typeof value !== 'object' || value === null) return false;
  const { build, updateReady } = value as Record<string, unknown>;
  return (typeof build === 'string' || build === null) && typeof updateReady === 'boolean';
}
