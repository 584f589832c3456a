import { hash, randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { canonical } from '../../shared/canonical.ts';
import { type ImportError, readRows } from '../../shared/import/read-rows.ts';
import type { ImportBody, ImportReply } from '../../shared/import/schema.ts';
import { Problem } from '../../shared/problems.ts';
import type { Context } from '../context.ts';
import type { Schema } from '../database/schema.ts';
import type { RecordTable } from '../database/tables/log.ts';
import type { PrisonerNumberTable, PrisonerTable } from '../database/tables/prisoner.ts';
import { statementsOf } from '../database/template.ts';
import { hashSecret, makeToken } from '../secrets.ts';
import { appendEntries, type Moment, type Written } from './entries.ts';
import { planOf } from './import-plan.ts';
import { type Plan, type PlannedPerson, standingFor } from './import-planner.ts';
import { appendToLog, commitmentOf, makeSalt } from './log.ts';
import { appendRecord, lockForRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

type Tx = Transaction<Schema>;

/** How many rows of what would change are told at a time. */
const shownRows = 200;

const insertPrisoners = statementsOf<Insertable<PrisonerTable>>({
  build: (db, rows) => db.insertInto('prisoner').values(rows),
  values: row => Object.values(row),
});
const insertNumbers = statementsOf<PrisonerNumberTable>({
  build: (db, rows) => db.insertInto('prisoner_number').values(rows),
  values: row => Object.values(row),
});
const insertRecords = statementsOf<RecordTable>({
  build: (db, rows) => db.insertInto('record').values(rows),
  values: row => Object.values(row),
});

interface Taker {
  readonly prisonId: string;
  readonly staff: Pick<StaffSession, 'id'>;
}

function replyOf(
  rows: number,
  errors: readonly ImportError[],
  plan: Plan,
  after: number,
  taken: string | null,
) {
  const count = (deed: 'add' | 'change' | 'same') => plan.changes.filter(one => one.deed === deed).length;
  const rest = plan.changes.filter(one => one.line > after);
  const changes = rest.slice(0, shownRows);
  return {
    rows,
    counts: { add: count('add'), change: count('change'), same: count('same') },
    errors: errors.toSorted((a, b) => a.line - b.line),
    changes,
    next: rest.length > shownRows ? (changes.at(-1)?.line ?? null) : null,
    taken,
  } satisfies ImportReply;
}

/** People who come, and people who changed, each with a record and a leaf as if it was typed. */
async function writePeople(
  { database, keys }: Context,
  tx: Tx,
  { added, changed }: Plan,
  written: Written,
): Promise<void> {
  const { prisonId, at, byId } = written;
  // No PIN yet: the hash of something that nobody knows, which no PIN fits.
  const pinHash = added.length > 0 ? await hashSecret(makeToken(), keys.pepper) : '';
  await database.batch(tx, [
    ...insertPrisoners(
      tx,
      added.map(person => ({
        id: person.id,
        prison_id: prisonId,
        wing_id: person.wingId,
        name: person.name,
        class: person.class,
        pin_hash: pinHash,
        pin_set_at: at,
        pin_kind: person.pinKind,
        sex: person.sex,
        released_at: null,
      })),
    ),
    ...insertNumbers(
      tx,
      added.map(({ id, number }) => ({ prison_id: prisonId, number, prisoner_id: id, current: 1 as const })),
    ),
    ...changed.map(({ id, name, wingId, class: of, pinKind, sex }) =>
      tx
        .updateTable('prisoner')
        .set({ name, wing_id: wingId, class: of, pin_kind: pinKind, sex })
        .where('id', '=', id)
        .compile(),
    ),
  ]);
  const recordOf =
    (action: string) =>
    ({ id, number, name, wingId, class: of, pinKind, sex }: PlannedPerson): RecordTable => ({
      id: randomUUID(),
      prison_id: prisonId,
      kind: 'prisoner',
      at,
      actor_id: byId,
      content: canonical({ action, prisoner: id, number, name, wing: wingId, class: of, pin: pinKind, sex }),
      salt: makeSalt(),
    });
  const records = [...added.map(recordOf('added')), ...changed.map(recordOf('changed'))];
  await database.batch(tx, insertRecords(tx, records));
  const leaves = records.map(({ id, kind, actor_id, content, salt }) => ({
    kind,
    commitment: commitmentOf(salt, { id, kind, at, actor: actor_id, content: JSON.parse(content) }),
  }));
  if (leaves.length > 0) await appendToLog(tx, prisonId, leaves, at);
}

/**
 * Takes a file in, or says what it would change. Everything or nothing: with one error no row is taken. Throws
 * import-has-errors, import-again (the same file was taken in before; money would be taken off twice).
 */
export async function importFrom(
  context: Context,
  { prisonId, staff }: Taker,
  { noun, text, apply, after }: ImportBody,
  { today, at }: Moment,
): Promise<ImportReply> {
  const { database } = context;
  const { rows, errors } = readRows(noun, text, today);
  if (!apply) {
    const plan = planOf(noun, await standingFor(database.read, prisonId, noun, today), rows);
    return replyOf(rows.length, [...errors, ...plan.errors], plan, after, null);
  }
  const digest = hash('sha256', text, 'base64url');
  return database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const before = await tx
      .selectFrom('import')
      .select('id')
      .where('prison_id', '=', prisonId)
      .where('noun', '=', noun)
      .where('digest', '=', digest)
      .executeTakeFirst();
    if (before) throw new Problem('import-again');
    // Worked out again under the lock: somebody may have written since the dry run.
    const plan = planOf(noun, await standingFor(tx, prisonId, noun, today), rows);
    if (errors.length + plan.errors.length > 0 || rows.length === 0) throw new Problem('import-has-errors');
    const id = randomUUID();
    await tx
      .insertInto('import')
      .values({ id, prison_id: prisonId, noun, digest, lines: rows.length, by_id: staff.id, at })
      .execute();
    const content = { import: id, noun, digest, lines: rows.length };
    await appendRecord(tx, { prisonId, kind: 'import', at, actorId: staff.id, content });
    const written = { prisonId, byId: staff.id, at, importId: id };
    await writePeople(context, tx, plan, written);
    await appendEntries(database, tx, 'sentence', plan.sentence, written);
    await appendEntries(database, tx, 'stage', plan.stage, written);
    await appendEntries(database, tx, 'earnings', plan.earnings, written);
    return replyOf(rows.length, [], plan, after, id);
  });
}
