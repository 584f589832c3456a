import type { UnitKey } from '../../shared/submission/kinds.ts';
import type { Database } from '../database/database.ts';
import { type CaseChange, changeCase } from './case-change.ts';
import { resolveNamed } from './case-named.ts';
import { isNameless } from './case-row.ts';
import { appendRecord } from './record.ts';

/**
 * The first reader records who is named and passes the case on. From then on those who are named, and
 * everyone under them, cannot see it. Throws `named-unknown`, and what `changeCase` throws.
 */
export async function passCase(
  database: Database,
  change: CaseChange,
  ids: readonly string[],
  typed: readonly string[],
): Promise<void> {
  await changeCase(database, change, async ({ tx, row, act }) => {
    const { officers, headOffice } = await resolveNamed(tx, row, ids, typed);
    await act({
      action: 'pass',
      detail: { named: officers.length },
      set: { head_office_named: headOffice ? 1 : 0 },
    });
    if (officers.length === 0) return;
    await tx
      .insertInto('submission_named')
      .values(officers.map(({ id, name }) => ({ submission_id: row.id, staff_id: id, name })))
      .execute();
    await appendRecord(tx, {
      prisonId: row.prison_id,
      kind: 'named',
      at: change.at,
      actorId: change.staff.id,
      content: { submission: row.id, officers },
    });
  });
}

/** Gives a case to a unit; of one without a name no person is ever shown. Throws what `changeCase` throws. */
export async function routeCase(
  database: Database,
  change: CaseChange,
  to: { readonly unit: UnitKey; readonly personNeeded: boolean; readonly note: string | null },
): Promise<void> {
  await changeCase(database, change, async ({ row, act }) => {
    const personNeeded = to.personNeeded && !isNameless(row);
    await act({
      action: 'route',
      detail: { unit: to.unit, personNeeded, ...(to.note === null ? {} : { note: to.note }) },
      set: { unit: to.unit, person_needed: personNeeded ? 1 : 0 },
    });
  });
}

/** The unit gives it back; it is no longer the unit's to see. Throws what `changeCase` throws. */
export async function returnCase(database: Database, change: CaseChange, note: string): Promise<void> {
  await changeCase(database, change, ({ act }) =>
    act({ action: 'return', detail: { note }, set: { unit: null, person_needed: 0 } }),
  );
}

/** Closes without the prisoner's word, or writes a note between officers. Throws what `changeCase` throws. */
export async function sayOnCase(
  database: Database,
  change: CaseChange,
  action: 'close' | 'note',
  note: string,
): Promise<void> {
  await changeCase(database, change, ({ act }) => act({ action, detail: { note } }));
}
