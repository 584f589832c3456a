import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { asPrisoner, recordEvent } from './act.ts';
import { withHomeOf } from './check-names.ts';

type Db = Kysely<Schema>;

/** Submissions made in his number with a PIN that did not fit, not yet answered. Nothing of their content. */
export async function openClaims(db: Db, prisonerId: string): Promise<{ id: string; at: string }[]> {
  return db
    .selectFrom('claim')
    .select(['id', 'at'])
    .where('prisoner_id', '=', prisonerId)
    .where('state', '=', 'open')
    .orderBy('at')
    .execute();
}

export interface ClaimAnswer {
  readonly id: string;
  readonly prisonerId: string;
  readonly mine: boolean;
  /** The receipt code, read and clean; only *yes* needs it. */
  readonly code: string | null;
  readonly at: string;
}

/**
 * The owner's word on a claim. *Yes* with the right code puts his name on the submission; that is written
 * into its history. Throws not-found, claim-answered, code-wrong.
 */
export async function answerClaim(database: Database, answer: ClaimAnswer): Promise<void> {
  // Of the prison where it was sent: he may be in another one by now.
  const made = await database.read
    .selectFrom('claim')
    .select('prison_id')
    .where('id', '=', answer.id)
    .where('prisoner_id', '=', answer.prisonerId)
    .executeTakeFirst();
  if (!made) throw new Problem('not-found');
  await database.transaction(async tx => {
    await database.lockHead(tx, made.prison_id);
    const claim = await tx
      .selectFrom('claim')
      .innerJoin('submission', 'submission.id', 'claim.submission_id')
      .select([
        'claim.state as claim_state',
        'claim.submission_id',
        'submission.code',
        'submission.state',
        'submission.version',
      ])
      .where('claim.id', '=', answer.id)
      .executeTakeFirstOrThrow();
    if (claim.claim_state !== 'open') throw new Problem('claim-answered');
    if (answer.mine && claim.code !== answer.code) throw new Problem('code-wrong');
    await tx
      .updateTable('claim')
      .set({ state: answer.mine ? 'mine' : 'not-mine', answered_at: answer.at })
      .where('id', '=', answer.id)
      .execute();
    if (!answer.mine) return;
    await tx
      .updateTable('submission')
      .set({
        prisoner_id: answer.prisonerId,
        identity: 'named',
        version: claim.version + 1,
        near_wings: withHomeOf(answer.prisonerId),
      })
      .where('id', '=', claim.submission_id)
      .execute();
    await recordEvent(
      tx,
      { id: claim.submission_id, prison_id: made.prison_id },
      {
        action: 'name-added',
        person: asPrisoner(answer.prisonerId),
        at: answer.at,
        from: claim.state,
        to: claim.state,
        detail: {},
      },
    );
  });
}
