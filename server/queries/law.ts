import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonical } from '../../shared/canonical.ts';
import type { ParsedLaw } from '../../shared/law/parsed-law.ts';
import type { Law } from '../../shared/law/schema.ts';
import { standingOf, standingsNotInForce } from '../../shared/law/states.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { recordEverywhere } from './record.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Which rules still hold stands in the program, so kiosks fetch again when that changes too. */
const standings = digest(JSON.stringify(standingsNotInForce));

/** The version that kiosks compare; `none` while no text was imported. */
export async function lawVersion(db: Kysely<Schema>): Promise<string> {
  const row = await db.selectFrom('law').select('version').executeTakeFirst();
  return row ? `${row.version}-${standings}` : 'none';
}

/** The Prisons Rules as entered, in number order; without rules while no text was imported. */
export async function getLaw(db: Kysely<Schema>): Promise<Law> {
  const law = await db.selectFrom('law').selectAll().executeTakeFirst();
  const rows = await db.selectFrom('law_rule').selectAll().orderBy('number').execute();
  return {
    title: law?.title ?? null,
    notice: law?.notice ?? null,
    version: law ? `${law.version}-${standings}` : 'none',
    rules: rows.map(({ number, part, part_title, heading, body }) => {
      const { state, reasonKey } = standingOf(number);
      return { number, part, partTitle: part_title, heading, body, state, reason: reasonKey };
    }),
  };
}

/** Puts a text that was read whole in the place of the one before: all of it or nothing. */
export async function replaceLaw(database: Database, parsed: ParsedLaw, at: string): Promise<void> {
  const { title, notice } = parsed;
  const titleOf = new Map(parsed.parts.map(part => [part.number, part.title]));
  const rules = parsed.rules.map(({ number, part, heading, body }) => ({
    number,
    part,
    part_title: titleOf.get(part) ?? '',
    heading,
    body,
  }));
  const version = digest(canonical({ title, notice, rules }));
  await recordEverywhere(database, { kind: 'law', at, actorId: null }, async tx => {
    await tx.deleteFrom('law_rule').execute();
    await tx.deleteFrom('law').execute();
    await tx.insertInto('law').values({ id: 1, title, notice, version, imported_at: at }).execute();
    if (rules.length > 0) await tx.insertInto('law_rule').values(rules).execute();
    return { action: 'law-imported', version, rules: rules.length };
  });
}
