import type { Kysely } from 'kysely';
import {
  type PinList,
  type PinReset,
  type PinWatchRow,
  pinListLimit,
} from '../../shared/prisoner/pin-schema.ts';
import type { Schema } from '../database/schema.ts';
import { maySecond } from './pin-reset.ts';
import { everyoneRows, registerRows } from './prisoner-register.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;

function withoutPin(db: Db, prisonId: string, wing: string | null) {
  const query = registerRows(db, prisonId)
    .where('prisoner.released_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('prisoner_pin')
            .select('prisoner_pin.prisoner_id')
            .whereRef('prisoner_pin.prisoner_id', '=', 'prisoner.id'),
        ),
      ),
    );
  return wing === null ? query : query.where('prisoner.wing_id', '=', wing);
}

/** Slips that somebody holds, or that never reached him. */
async function countUnused(db: Db, prisonId: string): Promise<number> {
  const { count } = await db
    .selectFrom('prisoner_pin')
    .innerJoin('prisoner', 'prisoner.id', 'prisoner_pin.prisoner_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('prisoner.prison_id', '=', prisonId)
    .where('prisoner.released_at', 'is', null)
    .where('prisoner_pin.must_change', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function openResets(db: Db, prisonId: string, staff: StaffSession): Promise<PinReset[]> {
  const rows = await registerRows(db, prisonId)
    .innerJoin('pin_slip', 'pin_slip.prisoner_id', 'prisoner.id')
    .innerJoin('staff as asker', 'asker.id', 'pin_slip.asked_by')
    .leftJoin('staff as second', 'second.id', 'pin_slip.second_by')
    .select([
      'pin_slip.id as slip',
      'pin_slip.reason',
      'pin_slip.asked_by',
      'pin_slip.asked_at',
      'asker.name as askedBy',
      'asker.wing_id as askedFrom',
      'second.name as secondBy',
      'prisoner.wing_id as homeWing',
      'prisoner.pin_kind as kind',
    ])
    .where('pin_slip.prison_id', '=', prisonId)
    .where('pin_slip.why', '=', 'reset')
    .where('pin_slip.refused', '=', 0)
    .where('pin_slip.printed_at', 'is', null)
    .where('prisoner.released_at', 'is', null)
    .orderBy('pin_slip.asked_at')
    .execute();
  const seconds = staff.role === 'officer-in-charge' || staff.role === 'deputy';
  return rows.map(row => ({
    id: row.slip,
    prisoner: row.id,
    number: row.number,
    name: row.name,
    wing: row.wing,
    kind: row.kind,
    reason: row.reason,
    askedBy: row.askedBy,
    askedAt: row.asked_at,
    secondBy: row.secondBy,
    state: row.secondBy === null ? ('waiting' as const) : ('ready' as const),
    mayDecide: seconds && maySecond(staff, { ...row, askedBy: row.asked_by }),
  }));
}

/** Who has no PIN, which resets are on their way, and how many slips are out and unused. */
export async function listPins(
  db: Db,
  prisonId: string,
  wing: string | null,
  staff: StaffSession,
): Promise<PinList> {
  const rows = await withoutPin(db, prisonId, wing)
    .select('prisoner.pin_kind as kind')
    .orderBy('prisoner.name')
    .orderBy('prisoner.id')
    .limit(pinListLimit)
    .execute();
  const { count } = await withoutPin(db, prisonId, wing)
    .clearSelect()
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return {
    without: rows.map(({ id, number, name, wing: home, kind }) => ({ id, number, name, wing: home, kind })),
    count: Number(count),
    unused: await countUnused(db, prisonId),
    resets: await openResets(db, prisonId, staff),
  };
}

const watchLimit = 500;

async function printedSlips(db: Db, prisonId: string): Promise<PinWatchRow[]> {
  const rows = await everyoneRows(db, prisonId)
    .innerJoin('pin_slip', 'pin_slip.prisoner_id', 'person.id')
    .innerJoin('staff as asker', 'asker.id', 'pin_slip.asked_by')
    .innerJoin('staff as printer', 'printer.id', 'pin_slip.printed_by')
    .leftJoin('staff as second', 'second.id', 'pin_slip.second_by')
    .select([
      'pin_slip.why',
      'pin_slip.printed_at as at',
      'pin_slip.reason',
      'asker.name as asked',
      'second.name as seconded',
      'printer.name as printed',
    ])
    .where('pin_slip.prison_id', '=', prisonId)
    .where('pin_slip.printed_at', 'is not', null)
    .orderBy('pin_slip.printed_at', 'desc')
    .limit(watchLimit)
    .execute();
  return rows.map(row => ({
    kind: row.why,
    at: row.at ?? '',
    number: row.number,
    name: row.name,
    by: [...new Set([row.asked, row.seconded, row.printed].filter(name => name !== null))],
    reason: row.reason || null,
    wing: null,
    signedInAt: null,
  }));
}

async function notMeRows(db: Db, prisonId: string): Promise<PinWatchRow[]> {
  const rows = await everyoneRows(db, prisonId)
    .innerJoin('sign_in', 'sign_in.prisoner_id', 'person.id')
    .innerJoin('wing as there', 'there.id', 'sign_in.wing_id')
    .select(['sign_in.at as signedInAt', 'sign_in.not_me_at as at', 'there.name as there'])
    .where('there.prison_id', '=', prisonId)
    .where('sign_in.not_me_at', 'is not', null)
    .orderBy('sign_in.not_me_at', 'desc')
    .limit(watchLimit)
    .execute();
  return rows.map(row => ({
    kind: 'not-me' as const,
    at: row.at ?? '',
    number: row.number,
    name: row.name,
    by: [],
    reason: null,
    wing: row.there,
    signedInAt: row.signedInAt,
  }));
}

/** What the visiting justice looks through: every slip that was printed, and every *not me*, newest first. */
export async function watchPins(db: Db, prisonId: string): Promise<PinWatchRow[]> {
  const rows = [...(await printedSlips(db, prisonId)), ...(await notMeRows(db, prisonId))];
  return rows.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, watchLimit);
}
