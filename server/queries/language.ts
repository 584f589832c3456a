import type { Kysely } from 'kysely';
import { wholeLanguages } from '../../shared/language/languages.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { getPrison } from './prison.ts';
import { appendRecord, lockForRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

/** The languages that the prison chose for its kiosks; null if it never did. */
export async function chosenLanguages(
  db: Kysely<Schema>,
  prisonId: string,
): Promise<readonly string[] | null> {
  return (await getPrison(db, prisonId)).settings.languages ?? null;
}

/** Every choice that the prison made, newest first, with who made it. */
export async function languageChoices(
  db: Kysely<Schema>,
  prisonId: string,
): Promise<{ at: string; by: string | null; chosen: string[] }[]> {
  const rows = await db
    .selectFrom('record')
    .select(['at', 'actor_id as by', 'content'])
    .where('prison_id', '=', prisonId)
    .where('kind', '=', 'language')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ at, by, content }) => ({
    at,
    by,
    chosen: (JSON.parse(content) as { chosen: string[] }).chosen,
  }));
}

/** Sets which languages the kiosks offer, and keeps who did it. English and Kiswahili cannot be left out. */
export async function chooseLanguages(
  database: Database,
  person: StaffSession & { readonly prisonId: string },
  codes: readonly string[],
  at: string,
): Promise<void> {
  const { prisonId } = person;
  const chosen = [...new Set([...wholeLanguages, ...codes])];
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const { settings } = await getPrison(tx, prisonId);
    await tx
      .updateTable('prison')
      .set({ settings: JSON.stringify({ ...settings, languages: chosen }) })
      .where('id', '=', prisonId)
      .execute();
    const content = { chosen, before: [...(settings.languages ?? [])] };
    await appendRecord(tx, { prisonId, kind: 'language', at, actorId: person.id, content });
  });
}
