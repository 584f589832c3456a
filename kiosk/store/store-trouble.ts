import type { StoreTrouble } from './phase.ts';

/** IndexedDB cannot be used now. What was stored before is still there: nothing is ever deleted for this. */
export class StoreUnusable extends Error {
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, cause: unknown) {
    super(`the store is unusable: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

const fullNames = new Set(['QuotaExceededError']);
const closedNames = new Set([
  'DataError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'PrematureCommitError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
]);

/** An error and what it wraps: Dexie keeps the browser's own error in `inner`. */
function* chain(error: unknown): Generator<{ name: string; message: string }> {
  let link: unknown = error;
  for (let depth = 0; depth < 5 && link instanceof Object; depth += 1) {
    if ('name' in link && 'message' in link) yield { name: String(link.name), message: String(link.message) };
    link = 'inner' in link ? link.inner : 'cause' in link ? link.cause : null;
  }
}

/**
 * What an error of IndexedDB says about the store, or null if it says nothing (a broken constraint, a bug).
 * On a full disk Chromium fails small writes with UnknownError and large ones with DataError, then closes the
 * connection; while the disk stays full it cannot even open. Both look like damage and neither is: after space
 * is freed every acknowledged record is there.
 */
export function troubleOf(error: unknown, doing: 'opening' | 'reading' | 'writing'): StoreTrouble | null {
  const links = [...chain(error)];
  if (links.some(link => fullNames.has(link.name))) return 'storage-full';
  if (links.some(link => link.message.includes('Failed to write blobs'))) return 'storage-full';
  if (doing === 'writing' && links.some(link => link.name === 'UnknownError')) return 'storage-full';
  if (links.some(link => closedNames.has(link.name))) return 'database-closed';
  return links.some(link => link.name === 'AbortError') ? 'database-closed' : null;
}
