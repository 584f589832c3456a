import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import { isTrusted } from '../../shared/prisoner/pin.ts';
import { Problem } from '../../shared/problems.ts';
import type { SentenceView } from '../../shared/sentence/view.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { beyondTime, type RecordOwner } from './entries.ts';
import { appendRecord, lockForRecord } from './record.ts';
import { sentenceOf } from './sentence.ts';

/** Everything he was ever shown of his dates, newest first. */
export async function shownTo(db: Kysely<Schema>, { prisonerId, until }: RecordOwner) {
  const rows = await db
    .selectFrom('sentence_shown')
    .select(['at', 'content'])
    .where('prisoner_id', '=', prisonerId)
    .where('at', '<=', until ?? beyondTime)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  // What was shown before views told of these two said nothing of them.
  const then = { courtDay: null, appealUntil: null };
  return rows.map(({ at, content }) => ({ at, view: { ...then, ...JSON.parse(content) } as SentenceView }));
}

/**
 * Somebody's record for his own eyes. What he is shown is kept when it is not what he was shown before, so that it
 * can be shown again; `at` is that moment.
 */
export async function showOwn(
  database: Database,
  owner: RecordOwner,
  today: string,
  at: string,
): Promise<SentenceView> {
  const view = await sentenceOf(database.read, owner, today);
  const content = canonical(view as unknown as Json);
  const last = await database.read
    .selectFrom('sentence_shown')
    .select('content')
    .where('prisoner_id', '=', owner.prisonerId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.content === content) return view;
  await database.write
    .insertInto('sentence_shown')
    .values({ id: randomUUID(), prisoner_id: owner.prisonerId, at, content })
    .execute();
  return view;
}

/**
 * Rule 96: a forfeiture was opened, heard, or not agreed with. Within 48 hours of a PIN that others reset it is kept
 * and does not count. Throws not-found for a notice of somebody else.
 */
export async function answerNotice(
  database: Database,
  owner: RecordOwner,
  entryId: string,
  kind: 'opened' | 'heard' | 'disagree',
  at: string,
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const entry = await tx
      .selectFrom('sentence_entry')
      .select('id')
      .where('id', '=', entryId)
      .where('prisoner_id', '=', owner.prisonerId)
      .where('kind', '=', 'forfeiture')
      .executeTakeFirst();
    if (!entry) throw new Problem('not-found');
    const pin = await tx
      .selectFrom('prisoner_pin')
      .select('reset_at')
      .where('prisoner_id', '=', owner.prisonerId)
      .executeTakeFirst();
    const counts = isTrusted(pin?.reset_at ?? null, at);
    await tx
      .insertInto('notice_answer')
      .values({
        id: randomUUID(),
        entry_id: entryId,
        prisoner_id: owner.prisonerId,
        at,
        kind,
        counts: counts ? 1 : 0,
      })
      .execute();
    const content = { notice: entryId, prisoner: owner.prisonerId, action: kind, counts };
    await appendRecord(tx, { prisonId: owner.prisonId, kind: 'sentence', at, actorId: null, content });
  });
}
