import type { Kysely } from 'kysely';
import { Problem } from '../../../shared/problems.ts';
import type { Schema } from '../../database/schema.ts';
import { selectHead } from '../../queries/log.ts';

/** A proof as it travels. Throws `not-found` for a size that the log has not reached. */
export async function toProof(
  db: Kysely<Schema>,
  prisonId: string,
  size: number,
  prove: () => Promise<readonly Uint8Array[]>,
): Promise<{ proof: string[] }> {
  const head = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  if (size > head.size) throw new Problem('not-found');
  return { proof: (await prove()).map(hash => hash.toBase64()) };
}
