import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Long enough for a start on a slow machine. */
const keepAfterMs = 5_000;

/**
 * Keeps the program small, for machines that have other work too. To be called before anything else is imported.
 *
 * - What Node makes of the TypeScript is kept on the disk: the stripper alone takes ten megabytes in each of four
 *   threads. It lies beside the program, under the same rights; where that is not writable nothing is kept.
 * - Heaps grow by three fifths before they are collected, not fourfold: a storm of intake leaves mostly garbage. By
 *   itself thrift makes that a third, and then collecting takes a third of the processor's time under load.
 */
export function keepSmall(): void {
  const kept = join(import.meta.dirname, '..', 'dist', 'compiled');
  enableCompileCache(kept);
  // Threads take it from here; the call above is for this one alone.
  process.env.NODE_COMPILE_CACHE ??= kept;
  setFlagsFromString('--optimize-for-size');
  growBy(60);
  // A server that is killed writes nothing down: keep what there is once everything is loaded.
  setTimeout(flushCompileCache, keepAfterMs).unref();
}

function growBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** Where the store is another process there are no threads of SQLite to keep small: what they take can be used here. */
export function spendRoomOfThreads(): void {
  growBy(100);
}
