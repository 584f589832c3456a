import { isMedical, type UnitKey, usualUnit } from '../../shared/submission/kinds.ts';
import type { Database } from '../database/database.ts';
import { type CaseChange, type CasesChange, changeCase, changeCases, type HeldCase } from './case-change.ts';
import { recordNamed } from './case-meant.ts';
import { resolveNamed } from './case-named.ts';
import { isNameless } from './case-row.ts';

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
  await changeCase(database, change, async ({ tx, row, named: already, act }) => {
    const named = [...ids, ...already.flatMap(officer => officer.id ?? [])];
    const { officers, headOffice } = await resolveNamed(tx, row, named, typed, change.at);
    await act({
      action: 'pass',
      detail: { named: officers.length },
      set: {
        head_office_named: headOffice ? 1 : 0,
        ...(isMedical(row.kind) && !headOffice ? { unit: usualUnit[row.kind] } : {}),
      },
    });
    // Some stand there since it was opened: what the prisoner said already meant them.
    const before = new Set(already.map(officer => officer.id ?? officer.name));
    await recordNamed(
      tx,
      officers.filter(officer => !before.has(officer.id ?? officer.name)),
      { submissionId: row.id, prisonId: row.prison_id, at: change.at, actorId: change.staff.id },
    );
  });
}

/** Where a case goes, and what is said to the unit. */
interface Route {
  readonly unit: UnitKey;
  /** Whether the unit is told whose it is. */
  readonly personNeeded: boolean;
  readonly note: string | null;
}

async function routeHeld({ row, act }: HeldCase, to: Route): Promise<void> {
  const personNeeded = to.personNeeded && !isNameless(row);
  await act({
    action: 'route',
    detail: { unit: to.unit, personNeeded, ...(to.note === null ? {} : { note: to.note }) },
    set: { unit: to.unit, person_needed: personNeeded ? 1 : 0 },
  });
}

/** Gives a case to a unit; of one without a name no person is ever shown. Throws what `changeCase` throws. */
export async function routeCase(database: Database, change: CaseChange, to: Route): Promise<void> {
  await changeCase(database, change, held => routeHeld(held, to));
}

/** Gives several cases to a unit. Throws what `changeCases` throws. */
export async function routeCases(database: Database, change: CasesChange, to: Route): Promise<void> {
  await changeCases(database, change, held => routeHeld(held, to));
}

/** The unit gives it back; it is no longer the unit's to see. Throws what `changeCase` throws. */
export async function returnCase(database: Database, change: CaseChange, note: string): Promise<void> {
  await changeCase(database, change, ({ act }) =>
    act({ action: 'return', detail: { note }, set: { unit: null, person_needed: 0 } }),
  );
}

/** Closes without the prisoner's word, sends a petition on with a comment, or writes a note between officers. Throws what `changeCase` throws. */
export async function sayOnCase(
  database: Database,
  change: CaseChange,
  action: 'close' | 'forward' | 'note',
  note: string,
): Promise<void> {
  await changeCase(database, change, ({ act }) => act({ action, detail: { note } }));
}
