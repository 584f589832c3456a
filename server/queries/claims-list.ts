import type { Kysely } from 'kysely';
import type { ReplyOf } from '../../shared/api.ts';
import type { Schema } from '../database/schema.ts';

/**
 * Numbers claimed in a prison with a PIN that did not fit, newest first, at most five hundred: for the visiting
 * justice alone (protection.md). The case has no number before it stands in the list.
 */
export async function listClaims(
  db: Kysely<Schema>,
  prisonId: string,
): Promise<ReplyOf<'GET /api/claims'>['claims']> {
  return db
    .selectFrom('claim')
    .innerJoin('submission', 'submission.id', 'claim.submission_id')
    .select(['submission.number as case', 'claim.number', 'claim.at', 'claim.state'])
    .where('claim.prison_id', '=', prisonId)
    .orderBy('claim.at', 'desc')
    .limit(500)
    .execute();
}
