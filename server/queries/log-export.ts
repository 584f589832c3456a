import type { Kysely } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import type { LogEntry } from '../../shared/log/entry.ts';
import type { ExportContent, ExportEnd, ExportEntry, ExportHeader } from '../../shared/log/export-file.ts';
import { leafHash } from '../../shared/log/tree.ts';
import { type Reader, shownOf } from '../../shared/submission/reach.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { onlyOpenable } from './case.ts';
import { isNameless } from './case-row.ts';
import { newestCheckpoint, vouchedLogKey } from './checkpoint.ts';
import { commitmentOf, sha256 } from './log.ts';
import { type EventRow, readEvents, rowsInPage, toldIn, wordsOf } from './log-contents.ts';
import { cosignedNote } from './log-receipts.ts';
import { readLogState } from './log-state.ts';
import { getPrison } from './prison.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;

/** How far an export has come: what comes next, after which row, and how many contents there were. */
export interface ExportPlace {
  readonly part: 'entry' | 'event';
  /** Of the signed head that it goes up to. */
  readonly size: number;
  readonly contents: number;
  /** The next entry's place, or the last event's id. */
  readonly after: string;
}

export interface ExportPart {
  readonly lines: string[];
  readonly next: ExportPlace | null;
}

const entriesInPart = 2_000;
/** Of every day the last head that a kiosk saw; more would not prove more. */
const mostHeads = 400;

/** Who asks, of which prison. */
interface Asked {
  readonly db: Db;
  readonly reader: Reader;
  readonly prisonId: string;
}

const lineOf = (line: ExportHeader | ExportEntry | ExportContent | ExportEnd): string => JSON.stringify(line);

async function dailySeen(db: Db, prisonId: string, epoch: number): Promise<number[]> {
  const rows = await db
    .selectFrom('log_cosignature')
    .innerJoin('log_checkpoint', join =>
      join
        .onRef('log_checkpoint.prison_id', '=', 'log_cosignature.prison_id')
        .onRef('log_checkpoint.epoch', '=', 'log_cosignature.epoch')
        .onRef('log_checkpoint.size', '=', 'log_cosignature.size'),
    )
    .select(eb => eb.fn.max('log_checkpoint.size').as('size'))
    .where('log_checkpoint.prison_id', '=', prisonId)
    .where('log_checkpoint.epoch', '=', epoch)
    .groupBy(eb => eb.fn('substr', ['log_checkpoint.signed_at', eb.lit(1), eb.lit(10)]))
    .orderBy('size', 'desc')
    .limit(mostHeads)
    .execute();
  return rows.map(({ size }) => Number(size));
}

/** The first line of an export, up to the newest signed head; null while nothing is signed. */
export async function beginExport(
  db: Db,
  keys: Keys,
  prisonId: string,
  madeAt: string,
): Promise<ExportPart | null> {
  const { epoch } = await readLogState(db, prisonId);
  const newest = await newestCheckpoint(db, prisonId, epoch);
  if (!newest) return null;
  const { id, name } = await getPrison(db, prisonId);
  const sizes = new Set([...(await dailySeen(db, prisonId, epoch)), newest.size]);
  const heads: { note: string; witnesses: string[] }[] = [];
  for (const size of [...sizes].sort((a, b) => a - b))
    heads.push((await cosignedNote(db, prisonId, epoch, size)) ?? { note: newest.note, witnesses: [] });
  const header: ExportHeader = {
    sauti: 'export',
    version: 1,
    prison: { id, name },
    epoch,
    size: newest.size,
    madeAt,
    logKey: vouchedLogKey(keys, prisonId, epoch),
    receiptsKey: { id: keys.receipts.id, publicKey: keys.receipts.publicKey },
    checkpoints: heads.map(({ note }) => note),
    witnesses: [...new Set(heads.flatMap(({ witnesses }) => witnesses))],
    complete: ['event'],
  };
  const next = { part: 'entry', size: newest.size, contents: 0, after: '0' } as const;
  return { lines: [lineOf(header)], next };
}

/** That somebody takes the log's contents away stands in the log, as every search does. */
export async function recordExport(
  database: Database,
  { prisonId, staffId, at }: { prisonId: string; staffId: string; at: string },
): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const content = { action: 'exported' };
    await appendRecord(tx, { prisonId, kind: 'log', at, actorId: staffId, content });
  });
}

/** Of what was received the leaf alone: kiosk and number would tell where and when somebody wrote without a name. */
function entryLine({ entry }: { readonly entry: string }): string {
  const isItem = entry.includes('"kind":"received"');
  return lineOf(isItem ? { leaf: toBase64Url(leafHash(sha256, Buffer.from(entry))) } : { entry });
}

async function entriesPart({ db, prisonId }: Asked, place: ExportPlace): Promise<ExportPart> {
  const from = Number(place.after);
  const to = Math.min(place.size, from + entriesInPart);
  const rows = await db
    .selectFrom('log_entry')
    .select('entry')
    .where('prison_id', '=', prisonId)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
  const next: ExportPlace =
    to < place.size ? { ...place, after: String(to) } : { ...place, part: 'event', after: '' };
  return { lines: rows.map(entryLine), next };
}

/** What came into the log after the head that an export goes up to. */
async function laterThan(db: Db, prisonId: string, size: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('log_entry')
    .select('entry')
    .where('prison_id', '=', prisonId)
    .where('position', '>=', size)
    .execute();
  return new Set(rows.map(({ entry }) => (JSON.parse(entry) as LogEntry).commitment));
}

/** The submissions among these whose events this reader sees; `hours`: those of the writer too. */
async function seenBy({ db, reader }: Asked, ids: readonly string[]) {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('id', 'in', ['', ...ids])
    .execute();
  const open = await onlyOpenable(db, reader, rows);
  const hours = (row: (typeof rows)[number]) =>
    shownOf(reader.role, { nameless: isNameless(row), personNeeded: row.person_needed === 1 }).hour;
  return new Map(open.map(row => [row.id, { hours: hours(row) }]));
}

async function eventLines(asked: Asked, events: readonly EventRow[]): Promise<string[]> {
  const seen = await seenBy(
    asked,
    events.map(event => event.submission_id),
  );
  const words = await wordsOf(asked.db, toldIn(events));
  return events.map(({ salt, ...content }) => {
    const submission = seen.get(content.submission_id);
    if (!submission || (content.actor === 'prisoner' && !submission.hours))
      return lineOf({ kind: 'event', withheld: commitmentOf(salt, content) });
    const told = JSON.parse(content.detail) as { said?: string; reply?: string };
    const said = told.said === undefined ? undefined : words.said.get(content.submission_id);
    const reply = told.reply === undefined ? undefined : words.replies.get(told.reply);
    return lineOf({
      kind: 'event',
      where: `event ${content.id}`,
      content: content as Readonly<Record<string, Json>>,
      salt,
      ...(said ? { said } : {}),
      ...(reply ? { reply } : {}),
    });
  });
}

async function eventsPart(asked: Asked, place: ExportPlace): Promise<ExportPart> {
  const { db, prisonId } = asked;
  const rows = await readEvents(db, prisonId, place.after);
  // After the rows: whatever is in them is in the log by now.
  const later = await laterThan(db, prisonId, place.size);
  const lines = await eventLines(
    asked,
    rows.filter(({ salt, ...content }) => !later.has(commitmentOf(salt, content))),
  );
  const contents = place.contents + lines.length;
  const last = rows.at(-1);
  if (last && rows.length === rowsInPage) return { lines, next: { ...place, contents, after: last.id } };
  return { lines: [...lines, lineOf({ end: true, entries: place.size, contents })], next: null };
}

/** The next part of an export, as this reader may have it. */
export function continueExport(asked: Asked, place: ExportPlace): Promise<ExportPart> {
  return place.part === 'entry' ? entriesPart(asked, place) : eventsPart(asked, place);
}
