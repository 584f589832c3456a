import type { Selectable, Transaction } from 'kysely';
import type { Static } from 'typebox';
import { mayBeMeant } from '../../shared/staff/names.ts';
import { isShutOut } from '../../shared/submission/reach.ts';
import type { AboutOfficer } from '../../shared/submission/schema.ts';
import type { Schema } from '../database/schema.ts';
import type { StaffTable } from '../database/tables/staff.ts';
import { standInAt } from './absence.ts';
import { appendRecord } from './record.ts';

type Tx = Transaction<Schema>;
type About = Static<typeof AboutOfficer>;
export type Officer = Pick<
  Selectable<StaffTable>,
  'id' | 'name' | 'role' | 'state' | 'superior_id' | 'wing_id'
>;

export interface Named {
  readonly officers: readonly { readonly id: string | null; readonly name: string }[];
  /** The head of the prison is named, or stands under someone who is: headquarters handles it. */
  readonly headOffice: boolean;
}

export interface Meant extends Named {
  /** Whether there is a first reader who may read it. */
  readonly readerLeft: boolean;
}

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
export function reachesHead(named: readonly string[], officers: readonly Officer[]): boolean {
  const byId = new Map(officers.map(officer => [officer.id, officer]));
  return officers
    .filter(officer => isHead(officer) && (officer.state !== 'ended' || named.includes(officer.id)))
    .some(officer => isShutOut({ id: officer.id, superiors: chainOver(officer, byId) }, named));
}

/**
 * Whom the prisoner's own words already mean, before anybody reads it: officers whose name may be the one he gave,
 * and the officer in charge if he said that it is about him. `headOffice`: nobody in the prison may have it.
 */
export function meantIn(about: About, officers: readonly Officer[]): Meant {
  const meant = officers.filter(
    officer =>
      officer.state !== 'ended' &&
      ((about.rank === 'officer-in-charge' && officer.role === 'officer-in-charge') ||
        (about.name !== null && mayBeMeant(about.name, officer.name))),
  );
  const ids = meant.map(officer => officer.id);
  return {
    officers: meant.map(({ id, name }) => ({ id, name })),
    headOffice: about.rank === 'officer-in-charge' || reachesHead(ids, officers),
    readerLeft: mayBeRead(ids, about.wing, officers),
  };
}

/** Whether any first reader is neither meant, nor under one who is, nor of the wing that it is about. */
function mayBeRead(named: readonly string[], wing: string | null, officers: readonly Officer[]): boolean {
  const byId = new Map(officers.map(officer => [officer.id, officer]));
  return officers.some(
    officer =>
      officer.role === 'first-reader' &&
      officer.state === 'active' &&
      (wing === null || officer.wing_id !== wing) &&
      !isShutOut({ id: officer.id, superiors: chainOver(officer, byId) }, named),
  );
}

/** Everybody who is or was an officer of the prison; whoever stands in for its head at the time given is one. */
export async function officersOf(tx: Tx, prisonId: string, at: string): Promise<Officer[]> {
  const officers: Officer[] = await tx
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'state', 'superior_id', 'wing_id'])
    .where('prison_id', '=', prisonId)
    .execute();
  const standIn = await standInAt(tx, prisonId, Temporal.Instant.from(at));
  return officers.map(officer => (officer.id === standIn?.id ? { ...officer, role: 'deputy' } : officer));
}

/** Writes down who is named in a submission, and in the log: nobody takes it back. `actorId` null: the server itself. */
export async function recordNamed(
  tx: Tx,
  named: Named['officers'],
  of: {
    readonly submissionId: string;
    readonly prisonId: string;
    readonly at: string;
    readonly actorId: string | null;
  },
): Promise<void> {
  if (named.length === 0) return;
  const { submissionId, prisonId, at, actorId } = of;
  await tx
    .insertInto('submission_named')
    .values(named.map(({ id, name }) => ({ submission_id: submissionId, staff_id: id, name })))
    .execute();
  await appendRecord(tx, {
    prisonId,
    kind: 'named',
    at,
    actorId,
    content: { submission: submissionId, officers: named },
  });
}
