import { hash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import { type Bundle, bundleBytes } from '../../shared/content/bundle.ts';
import { type BundleEntry, neededFrom } from '../../shared/content/version.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { contentRows, entriesIn, keepTexts, wordsBehind } from './content.ts';
import { appendRecord, lockForRecord } from './record.ts';

type Db = Kysely<Schema>;

/** What the prison's kiosks are to show from this day on, without the words. */
export async function bundleHead(
  db: Db,
  prisonId: string,
  day: string,
): Promise<{ readonly digest: string; readonly entries: readonly BundleEntry[] }> {
  const entries = neededFrom(entriesIn(await contentRows(db, prisonId)), day);
  return { digest: hash('sha256', bundleBytes(entries), 'base64url'), entries };
}

async function isGiven(db: Db, prisonId: string, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('content_bundle')
    .select('digest')
    .where('prison_id', '=', prisonId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What a kiosk is to show, whole. The first time that it is given to any kiosk of the prison it is kept, with the words
 * that came with the program, so that it can be read for ever what a digest in the log stands for.
 */
export async function giveBundle(
  database: Database,
  prisonId: string,
  { day, at }: { readonly day: string; readonly at: string },
): Promise<Bundle> {
  const { digest, entries } = await bundleHead(database.read, prisonId, day);
  const words = await wordsBehind(
    database.read,
    entries.map(entry => entry.text),
  );
  const texts = [...words].map(([text, said]) => ({ digest: text, words: said }));
  if (!(await isGiven(database.read, prisonId, digest)))
    await database.transaction(async tx => {
      await lockForRecord(database, tx, prisonId);
      if (await isGiven(tx, prisonId, digest)) return;
      await keepTexts(tx, texts);
      const row = {
        prison_id: prisonId,
        digest,
        entries: canonical(entries as unknown as Json),
        given_at: at,
      };
      await tx.insertInto('content_bundle').values(row).execute();
      const content = { action: 'given', bundle: digest, entries: entries as unknown as Json };
      await appendRecord(tx, { prisonId, kind: 'content', at, actorId: null, content });
    });
  return { digest, entries, texts };
}

/** Keeps, and puts in the log, that a kiosk now shows another bundle than it said before. */
export async function noteShown(
  database: Database,
  { prisonId, kioskId, bundle, at }: { prisonId: string; kioskId: string; bundle: string; at: string },
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const row = { id: randomUUID(), kiosk_id: kioskId, bundle, since: at };
    await tx.insertInto('content_shown').values(row).execute();
    const content = { action: 'shown', kiosk: kioskId, bundle };
    await appendRecord(tx, { prisonId, kind: 'content', at, actorId: null, content });
  });
}

/** What each kiosk of a prison said that it shows, until `end`, oldest first. */
export async function shownUntil(db: Db, prisonId: string, end: string) {
  return db
    .selectFrom('content_shown')
    .innerJoin('kiosk', 'kiosk.id', 'content_shown.kiosk_id')
    .innerJoin('wing', 'wing.id', 'kiosk.wing_id')
    .select([
      'kiosk.id as kioskId',
      'kiosk.name as kiosk',
      'wing.name as wing',
      'content_shown.bundle',
      'content_shown.since',
    ])
    .where('kiosk.prison_id', '=', prisonId)
    .where('content_shown.since', '<', end)
    .orderBy('wing.name')
    .orderBy('kiosk.name')
    .orderBy('content_shown.since')
    .execute();
}

/** Bundles as they were given out. */
export async function bundlesOf(db: Db, prisonId: string, digests: readonly string[]) {
  const rows = await db
    .selectFrom('content_bundle')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('digest', 'in', ['', ...digests])
    .orderBy('given_at')
    .execute();
  return rows.map(({ digest, given_at: givenAt, entries }) => ({
    digest,
    givenAt,
    entries: JSON.parse(entries) as BundleEntry[],
  }));
}
