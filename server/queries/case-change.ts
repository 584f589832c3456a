import type { Transaction } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { Step } from '../../shared/submission/life.ts';
import { mayOpen } from '../../shared/submission/reach.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { type ActOptions, act } from './act.ts';
import { type Case, type CaseAddress, findCase, getCase, reachCaseOf } from './case.ts';
import { getPrison } from './prison.ts';
import type { StaffSession } from './staff.ts';

/** What a member of staff wants to do to which case. */
export interface CaseChange {
  readonly staff: StaffSession;
  readonly address: CaseAddress;
  /** The version that he saw: what was decided on an older one is decided again. */
  readonly version: number;
  /** ISO, the best time known. */
  readonly at: string;
}

/** A case inside its transaction: read again, allowed, and as the one who acts saw it. */
export interface HeldCase extends Case {
  readonly tx: Transaction<Schema>;
  /** Takes the action that the life table allows, or throws its refusal. */
  act(options: Pick<ActOptions, 'action' | 'detail' | 'set'>): Promise<Step>;
}

/**
 * Changes a case in one transaction with its history and its log leaf, and tells of it after the commit.
 * Throws `not-yours-to-see`, `changed-meanwhile`, and whatever `work` throws; then nothing is changed.
 */
export async function changeCase<T>(
  database: Database,
  { staff, address, version, at }: CaseChange,
  work: (held: HeldCase) => Promise<T>,
): Promise<T> {
  const { row } = await findCase(database.read, staff, address);
  const prisonId = row.prison_id;
  const result = await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const held = await getCase(tx, row.id);
    if (!held || !mayOpen(staff, reachCaseOf(held))) throw new Problem('not-yours-to-see');
    if (held.row.version !== version) throw new Problem('changed-meanwhile');
    const { reopeningsAllowed } = (await getPrison(tx, prisonId)).settings;
    const person = { actor: 'staff', id: staff.id, role: staff.role } as const;
    return work({
      ...held,
      tx,
      act: options => act(tx, held.row, { ...options, person, at, reopeningsAllowed }),
    });
  });
  database.announce({ noun: 'submission', prisonId, ids: [row.id] });
  return result;
}
