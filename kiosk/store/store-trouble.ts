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
  'AbortError',
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

const fullMessages = ['NO_SPACE', 'Failed to write blobs'];

/**
 * What an error of IndexedDB says about the store, or null if it says nothing (a broken constraint, a bug).
 * On a full disk Chromium fails small writes with UnknownError and large ones with DataError, then closes the
 * connection; while the disk stays full it may not even open. Both look like damage and neither is proof of it.
 */
export function troubleOf(error: unknown): StoreTrouble | null {
  const links = [...chain(error)];
  const full = links.some(
    link => fullNames.has(link.name) || fullMessages.some(part => link.message.includes(part)),
  );
  if (full) return 'storage-full';
  return links.some(link => closedNames.has(link.name)) ? 'database-closed' : null;
}
