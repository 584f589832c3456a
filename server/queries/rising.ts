import { type Kysely, sql } from 'kysely';
import { type KindVersion, kindAt, type LadderOffice } from '../../shared/submission/kind-rules.ts';
import { levelOf, rungsDue } from '../../shared/submission/rising.ts';
import type { Database } from '../database/database.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { type StandIn, standInAt } from './absence.ts';
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

/** Open ones in which whoever stands in for the officer in charge is named, and that headquarters was not told of. */
async function shutRows(
  db: Kysely<Schema>,
  prisonId: string,
  standIn: StandIn | null,
): Promise<SubmissionRow[]> {
  if (!standIn) return [];
  return db
    .selectFrom('submission_named')
    .innerJoin('submission', 'submission.id', 'submission_named.submission_id')
    .selectAll('submission')
    .where('submission_named.staff_id', '=', standIn.id)
    .where('submission.prison_id', '=', prisonId)
    .where('submission.open', '=', isOpen)
    .where('submission.listed_at', 'is not', null)
    .where('submission.risen', '<', sql.lit(levelOf.headquarters))
    .execute();
}

interface Rising {
  readonly prison: Prison;
  /** `YYYY-MM-DD` in the prison's zone. */
  readonly today: string;
  readonly at: string;
}

/** What a rising is decided by beside the case. */
interface Standing extends Rising {
  readonly versions: readonly KindVersion[];
  readonly standIn: StandIn | null;
  /** Ids of those in which he is named. */
  readonly shut: ReadonlySet<string>;
}

/** The rungs that a case reaches today. */
function rungsOf(row: SubmissionRow, { prison, today, versions, standIn, shut }: Standing): LadderOffice[] {
  const { ladder } = kindAt(versions, row.kind, row.kind_version).rules;
  const ofTheUnit = standIn !== null && row.owner === 'unit' && row.unit === standIn.unit;
  const open = {
    owner: row.owner,
    risen: row.risen,
    dueOn: row.due_on,
    ladder,
    standIn: shut.has(row.id) ? 'named' : ofTheUnit ? 'of-the-unit' : 'free',
  } as const;
  return rungsDue(open, today, new Set(prison.settings.holidays));
}

/** Brings one case up, each step a line of its history; false if it was answered meanwhile, or a reply waits. */
async function rise(database: Database, id: string, standing: Standing): Promise<boolean> {
  const { prison, today, at } = standing;
  return database.transaction(async tx => {
    await database.lockHead(tx, prison.id);
    const read = () => tx.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    let row = await read();
    // A reply that waits for its ten seconds is an answer; called back, it rises the next time.
    const rungs: LadderOffice[] = row.open === 1 && row.reply_pending === 0 ? rungsOf(row, standing) : [];
    for (const to of rungs) {
      await act(tx, row, {
        action: 'rise',
        person: theSystem,
        at,
        reopeningsAllowed: prison.settings.reopeningsAllowed,
        detail: row.due_on < today ? { to } : { to, why: 'stand-in' },
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
  const { read } = database;
  const versions = await kindVersions(read, prison.id);
  const standIn = await standInAt(read, prison.id, Temporal.Instant.from(rising.at));
  const shutOut = await shutRows(read, prison.id, standIn);
  const standing = { ...rising, versions, standIn, shut: new Set(shutOut.map(row => row.id)) };
  const overdue = (await overdueRows(read, prison.id, today)).filter(row => !standing.shut.has(row.id));
  const risen: string[] = [];
  for (const row of [...shutOut, ...overdue]) {
    if (rungsOf(row, standing).length === 0) continue;
    if ((await rise(database, row.id, standing)) && row.identity === 'named') risen.push(row.id);
  }
  return risen;
}
