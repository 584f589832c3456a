import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import type { Reader } from '../../shared/content/audience.ts';
import { checkPage } from '../../shared/content/check-page.ts';
import { type Page, pageTexts } from '../../shared/content/page.ts';
import { readingGrade } from '../../shared/content/readability.ts';
import type { ContentStepBody } from '../../shared/content/schema.ts';
import { checkTwin } from '../../shared/content/twin.ts';
import { type BundleEntry, contentStep } from '../../shared/content/version.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { ContentVersionTable } from '../database/tables/content.ts';
import { deliveredPages, wordsOfPage } from '../language/pages.ts';
import { appendRecord, lockForRecord, recordEverywhere } from './record.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;
export type ContentRow = Selectable<ContentVersionTable>;

/** Up to this school year a page may ask of whoever reads it in English (content.md). */
const hardestGrade = 6;

/** Everything that was written for a prison or for all, oldest first; of one page if one is named. */
export async function contentRows(db: Db, prisonId: string | null, page?: string): Promise<ContentRow[]> {
  const rows = db
    .selectFrom('content_version')
    .selectAll()
    .where(eb =>
      prisonId === null
        ? eb('prison_id', 'is', null)
        : eb.or([eb('prison_id', 'is', null), eb('prison_id', '=', prisonId)]),
    )
    .orderBy('version')
    .orderBy('id');
  return (page === undefined ? rows : rows.where('page', '=', page)).execute();
}

/** A published version as it counts; null for one that is not. */
export function entryOf(row: ContentRow): BundleEntry | null {
  if (row.state !== 'published' || row.valid_from === null) return null;
  return {
    page: row.page,
    language: row.language,
    version: row.version,
    own: row.prison_id !== null,
    validFrom: row.valid_from,
    readers: JSON.parse(row.readers) as Reader[],
    text: row.text,
  };
}

/** Everything that counts on some day: what came with the program, and what was published since. */
export function entriesIn(rows: readonly ContentRow[]): BundleEntry[] {
  return [
    ...deliveredPages().map(({ entry }) => entry),
    ...rows.flatMap(row => {
      const entry = entryOf(row);
      return entry === null ? [] : [entry];
    }),
  ];
}

/** The words behind digests, of the program and of the database; what nobody has is left out. */
export async function wordsBehind(db: Db, digests: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Set(digests);
  const found = new Map<string, string>();
  for (const { entry, words } of deliveredPages()) if (wanted.has(entry.text)) found.set(entry.text, words);
  const others = [...wanted].filter(digest => !found.has(digest));
  if (others.length === 0) return found;
  const rows = await db.selectFrom('content_text').selectAll().where('digest', 'in', others).execute();
  for (const { digest, words } of rows) found.set(digest, words);
  return found;
}

export async function pageBehind(db: Db, digest: string): Promise<Page> {
  const words = (await wordsBehind(db, [digest])).get(digest);
  if (words === undefined) throw new Problem('not-found');
  return JSON.parse(words) as Page;
}

/** Keeps words under their digest, each once. */
export async function keepTexts(
  tx: Tx,
  texts: readonly { readonly digest: string; readonly words: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  await tx
    .insertInto('content_text')
    .values([...texts])
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** English is measured by itself, every other language block by block against the English that it was written from. */
async function assertRight(db: Db, language: string, page: Page, source: string | null): Promise<void> {
  const faults = checkPage(page);
  if (language === 'en') {
    if (source !== null) faults.push('page:no-source');
    if (faults.length === 0 && readingGrade(pageTexts(page)) > hardestGrade) faults.push('page:too-hard');
  } else if (source === null) faults.push('page:no-source');
  else if (faults.length === 0) faults.push(...checkTwin(page, await pageBehind(db, source)));
  const [fault] = faults;
  if (fault !== undefined) throw new Problem('page-wrong', { detail: fault });
}

/** Does something to a prison's texts, or to everybody's, and keeps it in the logs that it concerns. */
async function inLog(
  database: Database,
  { prisonId, actorId, at }: { prisonId: string | null; actorId: string; at: string },
  work: (tx: Tx) => Promise<{ readonly [key: string]: Json }>,
): Promise<void> {
  const record = { kind: 'content', at, actorId } as const;
  if (prisonId === null) {
    await recordEverywhere(database, record, work);
    return;
  }
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    await appendRecord(tx, { ...record, prisonId, content: await work(tx) });
  });
}

const logged = (action: string, row: ContentRow) => ({
  action,
  line: row.id,
  page: row.page,
  language: row.language,
  version: row.version,
  text: row.text,
  validFrom: row.valid_from,
});

async function nextVersion(tx: Tx, prisonId: string | null, page: string, language: string): Promise<number> {
  const found = await tx
    .selectFrom('content_version')
    .select(eb => eb.fn.max('version').as('last'))
    .where('prison_id', 'is not distinct from', prisonId)
    .where('page', '=', page)
    .where('language', '=', language)
    .executeTakeFirst();
  return Number(found?.last ?? 0) + 1;
}

/** What somebody writes. */
export interface NewContent {
  readonly page: string;
  readonly language: string;
  readonly words: Page;
  readonly readers: readonly Reader[];
  /** Digest of the English that it was written from; null for English. */
  readonly source: string | null;
}

/** Writes the next version of a page in a language, a draft. Throws page-wrong with the place of the first fault. */
export async function writeContent(
  database: Database,
  person: StaffSession,
  { page, language, words, readers, source }: NewContent,
  at: string,
): Promise<string> {
  if (words.id !== page) throw new Problem('page-wrong', { detail: 'id:other-page' });
  const { prisonId } = person;
  const text = wordsOfPage(words);
  const id = randomUUID();
  await inLog(database, { prisonId, actorId: person.id, at }, async tx => {
    await assertRight(tx, language, words, source);
    await keepTexts(tx, [text]);
    const row: ContentRow = {
      id,
      prison_id: prisonId,
      page,
      language,
      version: await nextVersion(tx, prisonId, page, language),
      text: text.digest,
      readers: JSON.stringify([...new Set(readers)]),
      source,
      state: 'draft',
      valid_from: null,
      written_by: person.id,
      written_at: at,
      reviewed_by: null,
      reviewed_at: null,
      decided_by: null,
      decided_at: null,
      reason: null,
    };
    await tx.insertInto('content_version').values(row).execute();
    return logged('written', row);
  });
  return id;
}

/** The version, if it is one that this person answers for. */
async function versionFor(db: Db, person: StaffSession, id: string): Promise<ContentRow> {
  const row = await db.selectFrom('content_version').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.prison_id !== person.prisonId) throw new Problem('not-found');
  return row;
}

function stepped(
  row: ContentRow,
  person: StaffSession,
  { action, validFrom, reason }: ContentStepBody,
  { at, today }: { at: string; today: string },
): ContentRow {
  const next = contentStep(action, row.state, person, row.written_by);
  if ('problem' in next) throw new Problem(next.problem);
  const who = { state: next.to };
  if (action === 'review') return { ...row, ...who, reviewed_by: person.id, reviewed_at: at };
  const decided = { ...row, ...who, decided_by: person.id, decided_at: at };
  if (action === 'refuse') {
    if (reason === null) throw new Problem('value-wrong', { detail: 'reason' });
    return { ...decided, reason };
  }
  // A day that is over cannot be changed by a text of today.
  if (validFrom !== null && validFrom < today) throw new Problem('value-wrong', { detail: 'validFrom' });
  return { ...decided, valid_from: validFrom ?? today };
}

const done = { review: 'reviewed', publish: 'published', refuse: 'refused' } as const;

/**
 * Reviews, publishes or refuses a version. Throws not-found, not-your-role, already-decided, not-in-this-state,
 * second-person-needed, value-wrong.
 */
export async function stepContent(
  database: Database,
  person: StaffSession,
  body: ContentStepBody & { readonly id: string },
  when: { readonly at: string; readonly today: string },
): Promise<void> {
  const { prisonId } = person;
  await inLog(database, { prisonId, actorId: person.id, at: when.at }, async tx => {
    const row = stepped(await versionFor(tx, person, body.id), person, body, when);
    const { state, valid_from, reviewed_by, reviewed_at, decided_by, decided_at, reason } = row;
    await tx
      .updateTable('content_version')
      .set({ state, valid_from, reviewed_by, reviewed_at, decided_by, decided_at, reason })
      .where('id', '=', body.id)
      .execute();
    return logged(done[body.action], row);
  });
}
