import type { ReplyOf } from '../../shared/api.ts';
import { call } from '../api/client.ts';
import { makeValue } from './value.ts';

export type AlikeGroup = ReplyOf<'GET /api/cases/alike'>['groups'][number];

/** What several people of one wing say at the same time. */
export const alikeGroups = makeValue<readonly AlikeGroup[]>([]);

/** Asks for them; a failure leaves the last ones, and the list tells of it. */
export async function refreshAlike(): Promise<void> {
  try {
    alikeGroups.set((await call('GET /api/cases/alike')).groups);
  } catch {
    // Asked again with the next change.
  }
}
