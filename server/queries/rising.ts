import { type Kysely, sql } from 'kysely';
import { type KindVersion, kindAt, type LadderOffice } from '../../shared/submission/kind-rules.ts';
import { levelOf, rungsDue } from '../../shared/submission/rising.ts';
import type { Database } from '../database/database.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { act, theSystem } from './act.ts';
import { isOpen } from './case.ts';
import { kindVersions } from './kind.ts';
import type { Prison } from './prison.ts';

/** Written out, not bound: only then does the store know that its partial index fits. */
const highest = sql.lit(levelOf['visiting-justices']);

/** Open ones whose day has passed and that may rise further, those due longest first. */
async function overdueRows(db: Kysely<Schema>, prisonId: string, today: string): Promise<SubmissionRow[]> {
  return db
    .selectFrom('submission')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('open', '=', isOpen)
    .where('listed_at', 'is not', null)
    .where('risen', '<', highest)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .execute();
}

interface Rising {
  readonly prison: Prison;
  /** `YYYY-MM-DD` in the prison's zone. */
  readonly today: string;
  readonly at: string;
}

/** The rungs that a case reaches today. */
function rungsOf(row: SubmissionRow, versions: readonly KindVersion[], { prison, today }: Rising) {
  const { ladder } = kindAt(versions, row.kind, row.kind_version).rules;
  const standing = { owner: row.owner, risen: row.risen, dueOn: row.due_on, ladder };
  return rungsDue(standing, today, new Set(prison.settings.holidays));
}

/** Brings one case up, each step a line of its history; false if it was answered meanwhile, or a reply waits. */
async function rise(
  database: Database,
  id: string,
  versions: readonly KindVersion[],
  rising: Rising,
): Promise<boolean> {
  const { prison, at } = rising;
  return database.transaction(async tx => {
    await database.lockHead(tx, prison.id);
    const read = () => tx.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    let row = await read();
    // A reply that waits for its ten seconds is an answer; called back, it rises the next time.
    const rungs: LadderOffice[] =
      row.open === 1 && row.reply_pending === 0 ? rungsOf(row, versions, rising) : [];
    for (const to of rungs) {
      await act(tx, row, {
        action: 'rise',
        person: theSystem,
        at,
        reopeningsAllowed: prison.settings.reopeningsAllowed,
        detail: { to },
        set: { risen: levelOf[to] },
      });
      row = await read();
    }
    return rungs.length > 0;
  });
}

/** Brings up everything of a prison that is overdue on `today`. Answers the ids that rose and bear a name. */
export async function riseOverdue(database: Database, rising: Rising): Promise<string[]> {
  const { prison, today } = rising;
  const versions = await kindVersions(database.read, prison.id);
  const rows = await overdueRows(database.read, prison.id, today);
  const risen: string[] = [];
  for (const row of rows) {
    if (rungsOf(row, versions, rising).length === 0) continue;
    if ((await rise(database, row.id, versions, rising)) && row.identity === 'named') risen.push(row.id);
  }
  return risen;
}
