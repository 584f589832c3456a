import { StoreUnusable } from './store-trouble.ts';
import type { Failure } from './types.ts';

/** A failure by name for whatever was thrown on the way: no call from a screen ever throws. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof StoreUnusable)) return { ok: false, problem: 'unexpected', retryAfter: null };
  const problem = error.trouble === 'storage-full' ? 'storage-full' : 'storage-locked';
  return { ok: false, problem, retryAfter: null };
}
