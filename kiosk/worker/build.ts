/** One build of the kiosk, as `/build.json` lists it. */
export interface BuildFile {
  /** Path on this origin. */
  readonly url: string;
  /** SHA-256 of the bytes, base64url. */
  readonly hash: string;
  readonly bytes: number;
}

export interface Build {
  readonly id: string;
  readonly files: readonly BuildFile[];
}

/** The worker never stores itself, nor the list that says what is new. */
const unlisted = new Set(['/sw.js', '/build.json']);

function isFile(value: unknown): value is BuildFile {
  if (typeof value !== 'object' || value === null) return false;
  const { url, hash, bytes } = value as Record<string, unknown>;
  const ownPath = typeof url === 'string' && url.startsWith('/') && !url.startsWith('//');
  return ownPath && typeof hash === 'string' && hash.length === 43 && Number.isInteger(bytes);
}

/**
 * Reads a list of a build; null for anything else (a captive page, half a file). A build without a page to
 * show is none.
 */
export function readBuild(value: unknown): Build | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, files } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[A-Za-z0-9._-]{1,80}$/.test(id)) return null;
  if (!Array.isArray(files) || !files.every(isFile)) return null;
  const listed = files.filter(file => !unlisted.has(file.url));
  return listed.some(file => file.url === pagePath || file.url === '/') ? { id, files: listed } : null;
}

export const pagePath = '/index.html';

const notOurs = ['/admin', '/api', '/builds', '/healthz'];

/** Whether a path belongs to the panel or the server, which this worker leaves alone. */
export function passesThrough(path: string): boolean {
  return unlisted.has(path) || notOurs.some(start => path === start || path.startsWith(`${start}/`));
}
