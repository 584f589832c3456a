import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { rulebookDefaults } from '../../shared/rulebook/defaults.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Schema } from '../database/schema.ts';

/** A prison's own settings, as JSON in its row. */
export interface PrisonSettings {
  /** How a prison number looks (a regular expression), an example, and the keys that its keypad shows. */
  readonly numberPattern: string;
  readonly numberExample: string;
  readonly numberKeys: readonly string[];
  readonly answerWithin: { readonly days: number; readonly confirmed: boolean };
  readonly reopeningsAllowed: number;
  /** Gazetted days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** The languages of its kiosks; absent while nobody chose. */
  readonly languages?: readonly string[];
}

export const defaultPrisonSettings: PrisonSettings = {
  numberPattern: '^[0-9]{1,5}/[0-9]{2}$',
  numberExample: '9876/26',
  numberKeys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '/'],
  answerWithin: {
    days: rulebookDefaults['answer-within'].value,
    confirmed: rulebookDefaults['answer-within'].confirmed,
  },
  reopeningsAllowed: rulebookDefaults['reopenings-allowed'].value,
  holidays: [],
};

export interface Prison {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly demonstration: boolean;
  readonly settings: PrisonSettings;
}

export async function getPrison(db: Kysely<Schema>, id: string): Promise<Prison> {
  const row = await db.selectFrom('prison').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    demonstration: row.demonstration === 1,
    settings: JSON.parse(row.settings) as PrisonSettings,
  };
}

/** Several by their ids. */
export async function getPrisons(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Prison>> {
  const prisons = await Promise.all([...new Set(ids)].map(id => getPrison(db, id)));
  return new Map(prisons.map(prison => [prison.id, prison]));
}

export async function listPrisonIds(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('prison').select('id').orderBy('id').execute();
  return rows.map(row => row.id);
}

/** All prisons of this server but one, by name. */
export async function otherPrisons(
  db: Kysely<Schema>,
  prisonId: string,
): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('prison').select(['id', 'name']).where('id', '!=', prisonId).orderBy('name').execute();
}

/** A wing of this prison. Throws not-found. */
export async function wingIn(db: Kysely<Schema>, prisonId: string, wingId: string) {
  const row = await db
    .selectFrom('wing')
    .select(['id', 'name'])
    .where('id', '=', wingId)
    .where('prison_id', '=', prisonId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { detail: '/wing' });
  return row;
}

export async function listWings(
  db: Kysely<Schema>,
  prisonId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('wing')
    .select(['id', 'name'])
    .where('prison_id', '=', prisonId)
    .orderBy('name')
    .execute();
}

/** The names of all prisons by id for who reads several, so that he can tell them apart; none for all others. */
export async function prisonsFor(
  db: Kysely<Schema>,
  { role }: Pick<Reader, 'role'>,
): Promise<ReadonlyMap<string, string>> {
  if (role !== 'commissioner') return new Map();
  const rows = await db.selectFrom('prison').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When the first prison of this server was founded; null if there is none. A demonstration has nothing to lose. */
export async function firstFounding(db: Kysely<Schema>): Promise<string | null> {
  const { first } = await db
    .selectFrom('prison')
    .where('demonstration', '=', 0)
    .select(({ fn }) => fn.min('created_at').as('first'))
    .executeTakeFirstOrThrow();
  return first;
}
