import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { Schema } from '../database/schema.ts';
import { normalNumber } from './prisoner.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;

export interface RegisterQuery {
  readonly search: string | null;
  readonly wing: string | null;
  /** Who left the prison, instead of who is here. */
  readonly left: boolean;
  /** The id after which the page begins. */
  readonly after: string | null;
  readonly limit: number;
}

/** The prison of whoever looks into the register. Throws not-found: an account of no prison has no register. */
export function registerOf(staff: Pick<StaffSession, 'prisonId'>): string {
  if (staff.prisonId === null) throw new Problem('not-found');
  return staff.prisonId;
}

/** Everybody of a prison with number and wing, the released among them. */
export function registerRows(db: Db, prisonId: string) {
  return db
    .selectFrom('prisoner')
    .innerJoin('wing', 'wing.id', 'prisoner.wing_id')
    .innerJoin('prisoner_number', join =>
      join
        .onRef('prisoner_number.prisoner_id', '=', 'prisoner.id')
        .onRef('prisoner_number.prison_id', '=', 'prisoner.prison_id')
        .on('prisoner_number.current', '=', 1),
    )
    .select([
      'prisoner.id',
      'prisoner.name',
      'prisoner.class',
      'prisoner.released_at as releasedAt',
      'wing.name as wing',
      'prisoner_number.number',
    ])
    .where('prisoner.prison_id', '=', prisonId);
}

/** A page of the register in the order of names; search looks at the beginning of numbers and inside names. */
export async function listPrisoners(
  db: Db,
  prisonId: string,
  { search, wing, left, after, limit }: RegisterQuery,
) {
  let query = registerRows(db, prisonId).where('prisoner.released_at', left ? 'is not' : 'is', null);
  if (wing) query = query.where('prisoner.wing_id', '=', wing);
  if (search) {
    const plain = search.replace(/[%_\\]/g, '').trim();
    query = query.where(({ eb, or, fn }) =>
      or([
        eb('prisoner_number.number', 'like', `${normalNumber(plain)}%`),
        eb(fn<string>('lower', ['prisoner.name']), 'like', `%${plain.toLowerCase()}%`),
      ]),
    );
  }
  if (after) {
    const [name = '', id = ''] = after.split('\n');
    query = query.where(({ eb, or, and }) =>
      or([eb('prisoner.name', '>', name), and([eb('prisoner.name', '=', name), eb('prisoner.id', '>', id)])]),
    );
  }
  const rows = await query
    .orderBy('prisoner.name')
    .orderBy('prisoner.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { prisoners: shown, next: rows.length > limit && last ? `${last.name}\n${last.id}` : null };
}

/** One person of this prison. Throws not-found for anybody else's. */
export async function getPrisoner(db: Db, prisonId: string, id: string) {
  const row = await registerRows(db, prisonId).where('prisoner.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}
