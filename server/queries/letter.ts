import type { Kysely } from 'kysely';
import { sealPack } from '../../shared/letter/envelope.ts';
import {
  afterStatement,
  isSigned,
  type Readers,
  readersOf,
  recipientsOf,
} from '../../shared/letter/register.ts';
import type {
  AnswerSheet,
  KeyStatement,
  LetterAnswer,
  LetterBatch,
  LetterPack,
  LetterStanding,
  PackContent,
} from '../../shared/letter/schema.ts';
import { Problem } from '../../shared/problems.ts';
import { ruleOn } from '../../shared/rulebook/value.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import type { VisitPack } from '../../shared/visit/schema.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { getPrison, listWings } from './prison.ts';
import { appendRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';

type Db = Kysely<Schema>;

interface Doing {
  readonly prisonId: string;
  readonly by: string;
  readonly at: string;
}

/** The Commissioner's direction on a day; null while there is none, and then kiosks take no sealed letters. */
export async function directionOn(db: Db, prisonId: string, day: string): Promise<string | null> {
  const { value } = ruleOn(await rulesOf(db, prisonId), 'sealed-letters-direction', day);
  return typeof value === 'string' ? value : null;
}

/** The signed lines about whose keys count, in the order in which they came. */
export async function keyRegister(db: Db, prisonId: string): Promise<KeyStatement[]> {
  const rows = await db
    .selectFrom('letter_key')
    .select('statement')
    .where('prison_id', '=', prisonId)
    .orderBy('position')
    .execute();
  return rows.map(row => JSON.parse(row.statement) as KeyStatement);
}

async function letterReaders(db: Db, prisonId: string): Promise<Readers> {
  return readersOf(await keyRegister(db, prisonId), prisonId, null);
}

/** Enters a line of the register. Throws letter-key-refused for one that changes nothing, or that nobody may make. */
export async function enterKey(database: Database, statement: KeyStatement, doing: Doing): Promise<void> {
  const { prisonId, by, at } = doing;
  if (!(await isSigned(statement, prisonId))) throw new Problem('letter-key-refused');
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const register = await keyRegister(tx, prisonId);
    const readers = await readersOf(register, prisonId, null);
    if (afterStatement(readers, statement) === readers) throw new Problem('letter-key-refused');
    const line = { prison_id: prisonId, position: register.length, statement: JSON.stringify(statement) };
    await tx
      .insertInto('letter_key')
      .values({ ...line, entered_by: by, entered_at: at })
      .execute();
    const content = { action: 'key', statement: { ...statement, card: { ...statement.card } } };
    await appendRecord(tx, { prisonId, kind: 'letter', at, actorId: by, content });
  });
}

interface NewBatch {
  readonly prisonId: string;
  readonly batch: LetterBatch;
  readonly receipt: Receipt;
}

/** Keeps a tray with its leaf in the log; answers the first receipt for the same again. Throws id-conflict. */
export async function takeTray(database: Database, { prisonId, batch, receipt }: NewBatch): Promise<Receipt> {
  const { id, kiosk, night } = batch.statement;
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { revoked_at: revokedAt } = await tx
      .selectFrom('kiosk')
      .select('revoked_at')
      .where('id', '=', kiosk)
      .executeTakeFirstOrThrow();
    const known = await tx
      .selectFrom('letter_batch')
      .select(['id', 'receipt'])
      .where(eb => eb.or([eb('id', '=', id), eb('kiosk_id', '=', kiosk).and('night', '=', night)]))
      .execute();
    const [first] = known.map(row => JSON.parse(row.receipt) as Receipt);
    if (first && (first.id !== id || first.hash !== receipt.hash)) throw new Problem('id-conflict');
    if (first) return first;
    await tx
      .insertInto('letter_batch')
      .values({
        id,
        prison_id: prisonId,
        kiosk_id: kiosk,
        night,
        batch: JSON.stringify(batch),
        receipt: JSON.stringify(receipt),
        received_at: receipt.receivedAt,
      })
      .execute();
    const marked = revokedAt === null ? {} : { revoked: true };
    const content = { action: 'tray', id, kiosk, night, hash: receipt.hash, ...marked };
    await appendRecord(tx, { prisonId, kind: 'letter', at: receipt.receivedAt, actorId: null, content });
    return receipt;
  });
}

/** How sealed letters stand at a prison on a day. */
export async function letterStanding(db: Db, prisonId: string, day: string): Promise<LetterStanding> {
  const { id, name, zone } = await getPrison(db, prisonId);
  const trays = await db
    .selectFrom('letter_batch')
    .select(eb => [eb.fn.countAll().as('count'), eb.fn.max('received_at').as('last')])
    .where('prison_id', '=', prisonId)
    .executeTakeFirstOrThrow();
  const sheets = await listSheets(db, prisonId);
  return {
    prison: { id, name },
    direction: await directionOn(db, prisonId, day),
    register: await keyRegister(db, prisonId),
    trays: Number(trays.count),
    lastTrayOn: trays.last && dayOf(Temporal.Instant.from(trays.last), zone).toString(),
    sheets: sheets.map(({ enteredAt, nextVisit }) => ({ enteredAt, nextVisit })),
  };
}

interface PackParts {
  readonly prisonId: string;
  /** The first instant whose trays go into it; all without one. */
  readonly since: string | undefined;
  readonly visit: VisitPack;
  readonly at: string;
}

/** The trays that came since an instant, and the pack of the visit, sealed to the justices. Throws letters-no-reader. */
export async function makePack(db: Db, { prisonId, since, visit, at }: PackParts): Promise<LetterPack> {
  const recipients = recipientsOf(await letterReaders(db, prisonId), true);
  if (recipients.length === 0) throw new Problem('letters-no-reader');
  const prison = await getPrison(db, prisonId);
  const rows = await db
    .selectFrom('letter_batch')
    .innerJoin('kiosk', 'kiosk.id', 'letter_batch.kiosk_id')
    .select(['batch', 'received_at', 'kiosk.name'])
    .where('letter_batch.prison_id', '=', prisonId)
    .where('received_at', '>=', since ?? '')
    .orderBy('received_at')
    .orderBy('letter_batch.id')
    .execute();
  const content: PackContent = {
    version: 1,
    register: await keyRegister(db, prisonId),
    answers: (await listSheets(db, prisonId)).flatMap(({ answers }) => [...answers]),
    wings: await listWings(db, prisonId),
    visit,
    batches: rows.map(row => ({
      kiosk: row.name,
      receivedOn: dayOf(Temporal.Instant.from(row.received_at), prison.zone).toString(),
      letters: (JSON.parse(row.batch) as LetterBatch).letters,
    })),
  };
  const sealed = await sealPack(recipients, prisonId, content);
  return {
    version: 1,
    kind: 'sauti-letters',
    prison: { id: prisonId, name: prison.name },
    madeAt: at,
    sealed,
  };
}

/** Whether a justice whose letters still count signed these answers. */
export async function isAJustices(db: Db, prisonId: string, sheet: AnswerSheet): Promise<boolean> {
  const { cards } = await letterReaders(db, prisonId);
  return cards.some(card => card.kind === 'justice' && card.signing === sheet.by);
}

/** Keeps a sheet of answers; the same again is left as it is. Throws id-conflict. */
export async function enterSheet(database: Database, sheet: AnswerSheet, doing: Doing): Promise<void> {
  const { prisonId, by, at } = doing;
  const text = JSON.stringify(sheet);
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const known = await tx
      .selectFrom('letter_sheet')
      .select('sheet')
      .where('id', '=', sheet.id)
      .executeTakeFirst();
    if (known && known.sheet !== text) throw new Problem('id-conflict');
    if (known) return;
    const row = { id: sheet.id, prison_id: prisonId, sheet: text, entered_by: by, entered_at: at };
    await tx.insertInto('letter_sheet').values(row).execute();
    const content = { action: 'answers', id: sheet.id, signature: sheet.signature };
    await appendRecord(tx, { prisonId, kind: 'letter', at, actorId: by, content });
  });
}

export interface EnteredSheet {
  readonly enteredAt: string;
  readonly nextVisit: string | null;
  readonly answers: readonly LetterAnswer[];
}

/** All sheets, oldest first. */
export async function listSheets(db: Db, prisonId: string): Promise<EnteredSheet[]> {
  const rows = await db
    .selectFrom('letter_sheet')
    .select(['sheet', 'entered_at'])
    .where('prison_id', '=', prisonId)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map(row => {
    const { nextVisit, answers } = JSON.parse(row.sheet) as AnswerSheet;
    return { enteredAt: row.entered_at, nextVisit, answers };
  });
}
