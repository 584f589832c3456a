import { randomUUID } from 'node:crypto';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import { findByNumber } from './prisoner.ts';
import { appendRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

interface Asked {
  readonly prisonId: string;
  readonly number: string;
  readonly reason: string;
  readonly at: string;
}

/**
 * Asks for a new PIN for whoever has this number; nothing changes before a second person lets it through and its slip
 * is printed. Throws not-found, pin-has-none (a first slip is enough), pin-reset-waits.
 */
export async function askReset(
  database: Database,
  staff: StaffSession,
  { prisonId, number, reason, at }: Asked,
): Promise<string> {
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const person = await findByNumber(tx, prisonId, number);
    if (!person) throw new Problem('not-found');
    if (person.must_change === null) throw new Problem('pin-has-none');
    const waiting = await tx
      .selectFrom('pin_slip')
      .select('id')
      .where('prison_id', '=', prisonId)
      .where('prisoner_id', '=', person.id)
      .where('refused', '=', 0)
      .where('printed_at', 'is', null)
      .executeTakeFirst();
    if (waiting) throw new Problem('pin-reset-waits');
    const id = randomUUID();
    await tx
      .insertInto('pin_slip')
      .values({
        id,
        prison_id: prisonId,
        prisoner_id: person.id,
        why: 'reset',
        asked_by: staff.id,
        asked_at: at,
        second_by: null,
        second_at: null,
        printed_by: null,
        printed_at: null,
        reason,
      })
      .execute();
    const content = { action: 'pin-reset-asked', prisoner: person.id, slip: id, reason };
    await appendRecord(tx, { prisonId, kind: 'prisoner', at, actorId: staff.id, content });
    return id;
  });
}

/** Who asked for it, and from which wing he and the person whose PIN it is are. */
export interface FirstOfTwo {
  readonly askedBy: string;
  readonly askedFrom: string | null;
  readonly homeWing: string;
}

/** Two people, the second never under the first, one of them from outside the wing (protection.md). */
export function maySecond(
  staff: Pick<StaffSession, 'id' | 'superiors' | 'wingId'>,
  { askedBy, askedFrom, homeWing }: FirstOfTwo,
): boolean {
  if (staff.id === askedBy || staff.superiors.includes(askedBy)) return false;
  return staff.wingId !== homeWing || askedFrom !== homeWing;
}

/**
 * The second person lets a reset through, or refuses it. Throws not-found, already-decided, second-person-needed.
 */
export async function decideReset(
  database: Database,
  staff: StaffSession,
  decision: { readonly prisonId: string; readonly id: string; readonly accept: boolean; readonly at: string },
): Promise<void> {
  const { prisonId, id, accept, at } = decision;
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const slip = await tx
      .selectFrom('pin_slip')
      .innerJoin('prisoner', 'prisoner.id', 'pin_slip.prisoner_id')
      .innerJoin('staff', 'staff.id', 'pin_slip.asked_by')
      .select([
        'pin_slip.prisoner_id',
        'asked_by',
        'second_at',
        'prisoner.wing_id as home',
        'staff.wing_id as from',
      ])
      .where('pin_slip.id', '=', id)
      .where('pin_slip.prison_id', '=', prisonId)
      .where('why', '=', 'reset')
      .executeTakeFirst();
    if (!slip) throw new Problem('not-found');
    if (slip.second_at !== null) throw new Problem('already-decided');
    if (!maySecond(staff, { askedBy: slip.asked_by, askedFrom: slip.from, homeWing: slip.home }))
      throw new Problem('second-person-needed');
    await tx
      .updateTable('pin_slip')
      .set({ second_by: staff.id, second_at: at, refused: accept ? 0 : 1 })
      .where('id', '=', id)
      .execute();
    const action = accept ? 'pin-reset-let-through' : 'pin-reset-refused';
    const content = { action, prisoner: slip.prisoner_id, slip: id };
    await appendRecord(tx, { prisonId, kind: 'prisoner', at, actorId: staff.id, content });
  });
}
