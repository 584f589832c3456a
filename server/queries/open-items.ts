import { type Kysely, sql, type Transaction } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import type { KindVersion } from '../../shared/submission/kind-rules.ts';
import type { SubmissionContent } from '../../shared/submission/schema.ts';
import type { Database } from '../database/database.ts';
import type { IntakeRow, Schema } from '../database/schema.ts';
import type { Statement } from '../database/statement.ts';
import type { SubmissionFiguresTable, SubmissionTable } from '../database/tables/submission.ts';
import { statementsOf } from '../database/template.ts';
import { type Meant, meantIn, officersOf, recordNamed } from './case-meant.ts';
import { homeWing } from './home-wing.ts';
import { recordIrregularities } from './irregularity.ts';
import { type KindVersionRow, selectKindRows, versionsIn } from './kind.ts';
import { highestIn, listingOf, selectHighest } from './list-submissions.ts';
import { appendStatements, type HeadRow, headIn, selectHead } from './log.ts';
import { insertOffers } from './offer.ts';
import { makeDays, submissionOf } from './opened-submission.ts';
import type { Prison } from './prison.ts';

type Tx = Transaction<Schema>;

/** Who wrote an item, before the slow check of a PIN. */
export type ReadIdentity =
  | { readonly kind: 'named'; readonly prisonerId: string }
  | { readonly kind: 'pin' }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'unreadable' };

export type OpenedItem = {
  readonly row: IntakeRow;
  readonly prison: Prison;
  readonly identity: ReadIdentity;
} & (
  | { readonly content: SubmissionContent; readonly offer: null; readonly reason: null }
  | { readonly content: null; readonly offer: OfferContent; readonly reason: null }
  | { readonly content: null; readonly offer: null; readonly reason: string }
);

/**
 * The next sealed items of the queue, after the arrival number given. The state is written out, not bound: only
 * then does the store know that its index of sealed items fits.
 */
export async function nextSealed(
  db: Kysely<Schema>,
  prisonId: string,
  after: number,
  limit: number,
): Promise<IntakeRow[]> {
  return db
    .selectFrom('intake')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('state', '=', sql.lit('sealed'))
    .where('arrival', '>', after)
    .orderBy('arrival')
    .limit(limit)
    .execute();
}

/** What the store says before a batch is written. */
interface Standing {
  readonly head: HeadRow;
  /** The highest register number given so far. */
  readonly highest: number;
  /** The wings of those that are still to be opened; another process may have been first with some. */
  readonly wingOf: ReadonlyMap<string, string>;
  /** Those of them that came from a kiosk that is carried round. */
  readonly onRounds: ReadonlySet<string>;
  /** The wings of those who gave their name, by person. */
  readonly homeOf: ReadonlyMap<string, string>;
  /** Every version of every kind that was decided. */
  readonly versions: readonly KindVersion[];
}

/** Takes the head, and asks what stands. */
async function standingOf(
  database: Database,
  tx: Tx,
  prisonId: string,
  items: readonly OpenedItem[],
): Promise<Standing> {
  // Never an empty list, which PostgreSQL does not read.
  const writers = [
    '',
    ...items.flatMap(({ identity }) => (identity.kind === 'named' ? identity.prisonerId : [])),
  ];
  const [head, highest, still, home, decided] = await database.batchAtHead(tx, prisonId, [
    selectHead(tx, prisonId).compile(),
    selectHighest(tx, prisonId).compile(),
    tx
      .selectFrom('intake')
      .innerJoin('kiosk', 'kiosk.id', 'intake.kiosk_id')
      .select(['intake.id', 'kiosk.wing_id', 'kiosk.kind'])
      .where(
        'intake.id',
        'in',
        items.map(item => item.row.id),
      )
      .where('intake.state', '=', 'sealed')
      .compile(),
    tx
      .selectFrom('prisoner')
      .select(['id', homeWing(sql.ref('prisoner.id'), sql`${prisonId}`).as('wing_id')])
      .where('id', 'in', writers)
      .compile(),
    selectKindRows(tx, prisonId).compile(),
  ]);
  const wings = (found: typeof still) =>
    new Map(
      ((found?.rows ?? []) as readonly unknown[] as readonly { id: string; wing_id: string }[]).map(row => [
        row.id,
        row.wing_id,
      ]),
    );
  const kinds = (still?.rows ?? []) as readonly unknown[] as readonly { id: string; kind: string }[];
  return {
    head: headIn(head),
    highest: highestIn(highest),
    onRounds: new Set(kinds.flatMap(({ id, kind }) => (kind === 'round' ? id : []))),
    wingOf: wings(still),
    homeOf: wings(home),
    versions: versionsIn((decided?.rows ?? []) as readonly unknown[] as readonly KindVersionRow[]),
  };
}

/**
 * Stores a batch of opened items of one prison in one transaction; another process may have been first with
 * some. Answers the ids that were put into the officers' list.
 */
export async function storeOpened(
  database: Database,
  prison: Prison,
  items: readonly OpenedItem[],
  at: string,
): Promise<string[]> {
  return database.transaction(async tx => {
    const standing = await standingOf(database, tx, prison.id, items);
    const { head, highest, wingOf, homeOf, onRounds, versions } = standing;
    const mine = items.flatMap(item => (wingOf.has(item.row.id) ? asAllowed(item, onRounds) : []));
    await markUnopenable(tx, prison, mine, at);
    const by = { daysOf: makeDays(prison), versions };
    const meantOf = await meantInAll(tx, prison.id, mine, at);
    const opened = mine.flatMap(item =>
      submissionOf(
        item,
        {
          ...placesOf(item, wingOf, homeOf, onRounds),
          meant: meantOf.get(item) ?? null,
        },
        at,
        by,
      ),
    );
    let number = highest;
    const rows = opened.map(row =>
      row.identity === 'named' ? { ...row, number: ++number, listed_at: at } : row,
    );
    const named = rows.flatMap(row => (row.number === null ? [] : { ...row, number: row.number }));
    const { statements, entries } = listingOf(database, tx, prison.id, named, at);
    await database.batch(tx, [
      ...insertSubmissions(tx, rows),
      ...insertFigures(tx, figuresOf(mine)),
      ...openedStatements(tx, mine),
      ...statements,
      ...appendStatements(tx, prison.id, head, entries, at),
    ]);
    for (const [{ row }, { officers }] of meantOf)
      await recordNamed(tx, officers, { submissionId: row.id, prisonId: prison.id, at, actorId: null });
    await insertOffers(
      tx,
      prison,
      mine.flatMap(({ row, offer }) => (offer ? { row, content: offer } : [])),
      at,
    );
    return named.map(row => row.id);
  });
}

/** Offers come from kiosks that are carried round; from another one it is no offer, and somebody must look at it. */
function asAllowed(item: OpenedItem, onRounds: ReadonlySet<string>): OpenedItem {
  if (item.offer === null || onRounds.has(item.row.id)) return item;
  const { row, prison, identity } = item;
  return { row, prison, identity, content: null, offer: null, reason: 'not-on-rounds' };
}

/** Where it was written and where its writer lives. A carried kiosk stands in no wing: there the home counts. */
function placesOf(
  { row, identity }: OpenedItem,
  wingOf: ReadonlyMap<string, string>,
  homeOf: ReadonlyMap<string, string>,
  onRounds: ReadonlySet<string>,
): { wingId: string | null; home: string | null } {
  const home = identity.kind === 'named' ? homeOf.get(identity.prisonerId) || null : null;
  const wing = wingOf.get(row.id) ?? null;
  return { wingId: onRounds.has(row.id) ? (home ?? wing) : wing, home };
}

const insertSubmissions = statementsOf<SubmissionTable>({
  build: (db, rows) => db.insertInto('submission').values(rows),
  // All are made by `submissionOf`, so that their columns are in one order.
  values: row => Object.values(row),
});

const insertFigures = statementsOf<SubmissionFiguresTable>({
  build: (db, rows) => db.insertInto('submission_figures').values(rows),
  values: row => [row.submission_id, row.figures],
});

function figuresOf(items: readonly OpenedItem[]): SubmissionFiguresTable[] {
  return items.flatMap(({ row, content }) =>
    content?.figures ? { submission_id: row.id, figures: canonical(content.figures as unknown as Json) } : [],
  );
}

const markOpened = statementsOf<string>({
  build: (db, ids) =>
    db
      .updateTable('intake')
      .set({ state: sql.lit('opened' as const) })
      .where('id', 'in', ids),
  values: id => [id],
});

const markErased = statementsOf<string>({
  build: (db, ids) =>
    db
      .updateTable('intake')
      .set({ state: sql.lit('opened' as const), identity: sql.lit(null) })
      .where('id', 'in', ids),
  values: id => [id],
});

/** The identity envelope is erased at once, except where its PIN still has to be checked. */
function openedStatements(tx: Tx, items: readonly OpenedItem[]): Statement[] {
  const opened = items.filter(item => item.reason === null);
  const checking = opened.filter(item => item.identity.kind === 'pin').map(item => item.row.id);
  const settled = opened.filter(item => item.identity.kind !== 'pin').map(item => item.row.id);
  return [...markOpened(tx, checking), ...markErased(tx, settled)];
}

async function markUnopenable(
  tx: Tx,
  prison: Prison,
  items: readonly OpenedItem[],
  at: string,
): Promise<void> {
  for (const { row, reason, identity } of items) {
    if (reason !== null) {
      await tx.updateTable('intake').set({ state: 'unopenable', reason }).where('id', '=', row.id).execute();
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'unopenable',
          kioskId: row.kiosk_id,
          once: `unopenable:${row.id}`,
          detail: { sequence: row.sequence, reason },
        },
      ]);
    } else if (identity.kind === 'unreadable')
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'identity-unknown-key',
          kioskId: row.kiosk_id,
          once: `identity:${row.id}`,
          detail: { sequence: row.sequence },
        },
      ]);
    if (row.from_revoked === 1)
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'revoked-kiosk',
          kioskId: row.kiosk_id,
          once: `revoked:${row.id}`,
          detail: { sequence: row.sequence },
        },
      ]);
  }
}

/** Whom the items about officers mean; most batches hold none, and then nobody is asked for. */
async function meantInAll(
  tx: Tx,
  prisonId: string,
  items: readonly OpenedItem[],
  at: string,
): Promise<Map<OpenedItem, Meant>> {
  const found = new Map<OpenedItem, Meant>();
  const about = items.filter(item => item.content?.aboutOfficer);
  if (about.length === 0) return found;
  const officers = await officersOf(tx, prisonId, at);
  for (const item of about)
    if (item.content?.aboutOfficer) found.set(item, meantIn(item.content.aboutOfficer, officers));
  return found;
}
