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
  const result = await database.transaction(async tx => {
    await database.lockHead(tx, row.prison_id);
    return work(await holdCase(tx, { staff, at }, row.id, version));
  });
  database.announce({ noun: 'submission', prisonId: row.prison_id, ids: [row.id] });
  return result;
}

/** Several cases that are changed together, by somebody of their prison. */
export interface CasesChange {
  readonly staff: StaffSession;
  readonly cases: readonly NumberedCase[];
  readonly at: string;
}

export interface NumberedCase {
  readonly number: number;
  /** As in `CaseChange`; null where it does not matter what came between. */
  readonly version: number | null;
}

/** Whatever is wrong with one of several is said with its number. */
async function ofNumber<T>(number: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.problem, { detail: String(number) }) : error;
  }
}

/**
 * `changeCase` for several at once, in the order given and in one transaction: all of them, or none. The detail of what it throws is the
 * number of the case that refused.
 */
export async function changeCases(
  database: Database,
  { staff, cases, at }: CasesChange,
  work: (held: HeldCase) => Promise<unknown>,
): Promise<void> {
  const prisonId = staff.prisonId ?? '';
  const found: (NumberedCase & { readonly id: string })[] = [];
  for (const { number, version } of cases) {
    const address = { number, prison: prisonId };
    const { row } = await ofNumber(number, () => findCase(database.read, staff, address));
    found.push({ id: row.id, number, version });
  }
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    for (const { id, number, version } of found)
      await ofNumber(number, async () => work(await holdCase(tx, { staff, at }, id, version)));
  });
  database.announce({ noun: 'submission', prisonId, ids: found.map(({ id }) => id) });
}

/** Reads a case again inside the transaction that holds its log, and sees whether it is as it was seen. */
async function holdCase(
  tx: Transaction<Schema>,
  { staff, at }: Pick<CaseChange, 'staff' | 'at'>,
  id: string,
  version: number | null,
): Promise<HeldCase> {
  const held = await getCase(tx, id);
  if (!held || !mayOpen(staff, reachCaseOf(held))) throw new Problem('not-yours-to-see');
  if (version !== null && held.row.version !== version) throw new Problem('changed-meanwhile');
  const { reopeningsAllowed } = (await getPrison(tx, held.row.prison_id)).settings;
  const person = { actor: 'staff', id: staff.id, role: staff.role } as const;
  return {
    ...held,
    tx,
    act: options => act(tx, held.row, { ...options, person, at, reopeningsAllowed }),
  };
}
