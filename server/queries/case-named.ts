import type { Selectable, Transaction } from 'kysely';
import type { Static } from 'typebox';
import { Problem } from '../../shared/problems.ts';
import { isShutOut } from '../../shared/submission/reach.ts';
import type { AboutOfficer } from '../../shared/submission/schema.ts';
import type { Schema, StaffTable, SubmissionRow } from '../database/schema.ts';

type Tx = Transaction<Schema>;
type Officer = Pick<Selectable<StaffTable>, 'id' | 'name' | 'role' | 'state' | 'superior_id'>;

export interface Named {
  readonly officers: readonly { readonly id: string | null; readonly name: string }[];
  /** The head of the prison is named, or stands under someone who is: headquarters handles it. */
  readonly headOffice: boolean;
}

/** Two spellings of one name: capitals and spaces make no difference. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const isHead = (officer: Officer): boolean =>
  officer.role === 'officer-in-charge' || officer.role === 'deputy';

function chainOver(officer: Officer, byId: ReadonlyMap<string, Officer>): string[] {
  const chain: string[] = [];
  let next = officer.superior_id;
  while (next !== null && !chain.includes(next)) {
    chain.push(next);
    next = byId.get(next)?.superior_id ?? null;
  }
  return chain;
}

/** Whether an officer in charge or deputy is among them, or under one of them. */
function reachesHead(named: readonly string[], officers: readonly Officer[]): boolean {
  const byId = new Map(officers.map(officer => [officer.id, officer]));
  return officers
    .filter(officer => isHead(officer) && (officer.state !== 'ended' || named.includes(officer.id)))
    .some(officer => isShutOut({ id: officer.id, superiors: chainOver(officer, byId) }, named));
}

/**
 * Who is named: officers by id, and names that are typed. A typed name that is an officer's counts as him, so
 * that nobody sees what is about himself because he was not found in the list. What the prisoner said is about
 * an officer in charge goes to headquarters whoever is named. Throws `named-unknown`.
 */
export async function resolveNamed(
  tx: Tx,
  row: SubmissionRow,
  ids: readonly string[],
  typed: readonly string[],
): Promise<Named> {
  const officers: Officer[] = await tx
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'state', 'superior_id'])
    .where('prison_id', '=', row.prison_id)
    .execute();
  const known = new Set(officers.map(officer => officer.id));
  if (ids.some(id => !known.has(id))) throw new Problem('named-unknown');
  const wanted = new Set(typed.map(plain));
  const found = officers.filter(officer => ids.includes(officer.id) || wanted.has(plain(officer.name)));
  const foundNames = new Set(found.map(officer => plain(officer.name)));
  const others = new Map(typed.map(name => [plain(name), name.trim()]));
  const about = row.about === null ? null : (JSON.parse(row.about) as Static<typeof AboutOfficer>);
  return {
    officers: [
      ...found.map(({ id, name }) => ({ id, name })),
      ...[...others].flatMap(([key, name]) =>
        key === '' || foundNames.has(key) ? [] : [{ id: null, name }],
      ),
    ],
    headOffice:
      about?.rank === 'officer-in-charge' ||
      reachesHead(
        found.map(officer => officer.id),
        officers,
      ),
  };
}
