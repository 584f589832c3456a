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

/** Whoever another prison of this server took in, as he stood in the register that he left; `until` as in RecordOwner. */
function formerRows(db: Db, prisonId: string) {
  return db
    .selectFrom('transfer')
    .innerJoin('prisoner', 'prisoner.id', 'transfer.prisoner_id')
    .innerJoin('wing', 'wing.id', 'transfer.wing_id')
    .select([
      'prisoner.id',
      'prisoner.name',
      'transfer.class',
      'transfer.sent_at as releasedAt',
      'wing.name as wing',
      'transfer.number',
    ])
    .where('transfer.from_prison_id', '=', prisonId)
    .where('transfer.state', '=', 'arrived')
    .where('prisoner.prison_id', '!=', prisonId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('transfer as later')
            .select('later.id')
            .whereRef('later.prisoner_id', '=', 'transfer.prisoner_id')
            .whereRef('later.from_prison_id', '=', 'transfer.from_prison_id')
            .whereRef('later.sent_at', '>', 'transfer.sent_at'),
        ),
      ),
    );
}

/** Everybody who is or was in a prison's register. */
export function everyoneRows(db: Db, prisonId: string) {
  const former = formerRows(db, prisonId).select('transfer.wing_id');
  return db
    .selectFrom(registerRows(db, prisonId).select('prisoner.wing_id').unionAll(former).as('person'))
    .select([
      'person.id',
      'person.name',
      'person.class',
      'person.releasedAt',
      'person.wing',
      'person.number',
    ]);
}

/** A page of the register in the order of names; search looks at the beginning of numbers and inside names. */
export async function listPrisoners(
  db: Db,
  prisonId: string,
  { search, wing, left, after, limit }: RegisterQuery,
) {
  let query = everyoneRows(db, prisonId).where('person.releasedAt', left ? 'is not' : 'is', null);
  if (wing) query = query.where('person.wing_id', '=', wing);
  if (search) {
    const plain = search.replace(/[%_\\]/g, '').trim();
    query = query.where(({ eb, or, fn }) =>
      or([
        eb('person.number', 'like', `${normalNumber(plain)}%`),
        eb(fn<string>('lower', ['person.name']), 'like', `%${plain.toLowerCase()}%`),
      ]),
    );
  }
  if (after) {
    const [name = '', id = ''] = after.split('\n');
    query = query.where(({ eb, or, and }) =>
      or([eb('person.name', '>', name), and([eb('person.name', '=', name), eb('person.id', '>', id)])]),
    );
  }
  const rows = await query
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { prisoners: shown, next: rows.length > limit && last ? `${last.name}\n${last.id}` : null };
}

/** One person of this prison as it is now. Throws not-found for anybody else's. */
export async function getPrisoner(db: Db, prisonId: string, id: string) {
  const row = await registerRows(db, prisonId).where('prisoner.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}

/** Somebody in a prison's register for its readers: his row, and until when his record is theirs to see. */
export async function findInRegister(db: Db, prisonId: string, id: string) {
  const here = await registerRows(db, prisonId).where('prisoner.id', '=', id).executeTakeFirst();
  if (here) return { prisoner: here, until: null };
  const former = await formerRows(db, prisonId)
    .select('transfer.decided_at as until')
    .where('prisoner.id', '=', id)
    .executeTakeFirst();
  if (!former) throw new Problem('not-found');
  const { until, ...prisoner } = former;
  return { prisoner, until };
}
