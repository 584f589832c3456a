import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import { Problem } from '../../shared/problems.ts';
import { mayDecideRule, mayProposeRule } from '../../shared/rulebook/change.ts';
import { definitionOf } from '../../shared/rulebook/definitions.ts';
import { ruleOn } from '../../shared/rulebook/value.ts';
import type { Role } from '../../shared/staff/roles.ts';
import {
  faultOf,
  type KindRules,
  type KindVersion,
  kindDefaults,
  kindNow,
} from '../../shared/submission/kind-rules.ts';
import type { KindChangeBody, KindOffer, NeededReader } from '../../shared/submission/kind-schema.ts';
import { type Kind, kindNames, type UnitKey } from '../../shared/submission/kinds.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { KindVersionTable } from '../database/tables/kind.ts';
import { getPrison, type Prison } from './prison.ts';
import { appendRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';
import { getStaff, type StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;
export type KindVersionRow = Selectable<KindVersionTable>;

/** Selects a prison's lines, decided or not, in the order in which they were proposed. */
export function selectKindRows(db: Db, prisonId: string) {
  return db
    .selectFrom('kind_version')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .orderBy('proposed_at')
    .orderBy('id');
}

export async function kindRows(db: Db, prisonId: string): Promise<KindVersionRow[]> {
  return selectKindRows(db, prisonId).execute();
}

/** Rules that were decided before there was a voice say nothing of it: then it is as the program has it. */
export const rulesIn = ({ kind, rules }: Pick<KindVersionRow, 'kind' | 'rules'>): KindRules => ({
  voice: kindDefaults[kind].voice,
  ...(JSON.parse(rules) as Omit<KindRules, 'voice'>),
});

/** The accepted lines as versions. */
export function versionsIn(rows: readonly KindVersionRow[]): KindVersion[] {
  return rows.flatMap(row =>
    row.version === null ? [] : { kind: row.kind, version: row.version, rules: rulesIn(row) },
  );
}

/** Every version that a prison ever decided. */
export async function kindVersions(db: Db, prisonId: string): Promise<KindVersion[]> {
  return versionsIn(await kindRows(db, prisonId));
}

/** Rules as they travel. */
export const wireRules = (rules: KindRules): KindOffer['rules'] => ({
  ...rules,
  problems: [...rules.problems],
  questions: [...rules.questions],
});

/** What kiosks offer now. */
export function currentKinds(versions: readonly KindVersion[]): KindVersion[] {
  return kindNames.map(kind => kindNow(versions, kind));
}

/** The same for the wire. */
export async function offeredKinds(db: Db, prisonId: string): Promise<KindOffer[]> {
  return currentKinds(await kindVersions(db, prisonId)).map(one => ({ ...one, rules: wireRules(one.rules) }));
}

/** The most working days that headquarters allows for an answer, on a day of the prison. */
export async function longestDays(db: Db, prisonId: string, day: string): Promise<number> {
  const { value } = ruleOn(await rulesOf(db, prisonId), 'answer-within-at-most', day);
  return Number(value ?? definitionOf('answer-within-at-most').value);
}

/** The offices that somebody holds now, in the prison or over it. */
export async function liveReaders(db: Db, prisonId: string): Promise<(rules: KindRules) => NeededReader[]> {
  const staff = await db
    .selectFrom('staff')
    .select(['role', 'unit', 'prison_id'])
    .where('state', '=', 'active')
    .where(eb => eb.or([eb('prison_id', '=', prisonId), eb('prison_id', 'is', null)]))
    .execute();
  const here = (role: Role, unit?: UnitKey) =>
    staff.some(
      one => one.role === role && one.prison_id === prisonId && (unit === undefined || one.unit === unit),
    );
  return rules => {
    const there: Readonly<Record<NeededReader, boolean>> = {
      // An officer can always be named, and whoever names one is read by the first reader.
      'first-reader': here('first-reader'),
      unit: here('unit-officer', rules.unit),
      'officer-in-charge': here('officer-in-charge') || here('deputy'),
      headquarters: staff.some(one => one.role === 'commissioner'),
      'visiting-justices': staff.some(one => one.role === 'visiting-justice'),
    };
    return (Object.keys(there) as NeededReader[]).filter(reader => !there[reader]);
  };
}

/** Throws value-wrong, out-of-bounds with what is at fault, no-live-reader with who is missing. */
async function assertFits(tx: Tx, prison: Prison, kind: Kind, rules: KindRules, at: string): Promise<void> {
  const day = dayOf(Temporal.Instant.from(at), prison.zone).toString();
  const fault = faultOf(kind, rules, await longestDays(tx, prison.id, day));
  if (fault === 'days' || fault === 'protected') throw new Problem('out-of-bounds', { detail: fault });
  if (fault !== null) throw new Problem('value-wrong', { detail: fault });
  const [missing] = rules.offered ? (await liveReaders(tx, prison.id))(rules) : [];
  if (missing) throw new Problem('no-live-reader', { detail: missing });
}

const logged = (
  action: string,
  row: Pick<KindVersionRow, 'id' | 'kind' | 'version' | 'rules' | 'reason'>,
) => ({
  action,
  line: row.id,
  kind: row.kind,
  version: row.version,
  rules: JSON.parse(row.rules) as Json,
  reason: row.reason,
});

/**
 * Proposes how a kind is asked, routed and timed; nothing changes before a second person has decided. Throws
 * not-your-role, value-wrong, out-of-bounds, no-live-reader.
 */
export async function proposeKind(
  database: Database,
  person: StaffSession,
  { kind, rules, reason }: KindChangeBody,
  at: string,
): Promise<string> {
  const { prisonId } = person;
  if (prisonId === null || !mayProposeRule(person.role, 'prison')) throw new Problem('not-your-role');
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await assertFits(tx, await getPrison(tx, prisonId), kind, rules, at);
    const row = {
      id: randomUUID(),
      prison_id: prisonId,
      kind,
      version: null,
      rules: canonical(rules as unknown as Json),
      reason,
      state: 'proposed' as const,
      proposed_by: person.id,
      proposed_at: at,
      decided_by: null,
      decided_at: null,
    };
    await tx.insertInto('kind_version').values(row).execute();
    const content = logged('proposed', row);
    await appendRecord(tx, { prisonId, kind: 'kind', at, actorId: person.id, content });
    return row.id;
  });
}

async function waiting(db: Db, person: StaffSession, id: string): Promise<KindVersionRow> {
  const row = await db.selectFrom('kind_version').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (person.prisonId !== null && person.prisonId !== row.prison_id)) throw new Problem('not-found');
  if (row.state !== 'proposed') throw new Problem('already-decided');
  return row;
}

async function nextVersion(tx: Tx, { prison_id, kind }: KindVersionRow): Promise<number> {
  return kindNow(await kindVersions(tx, prison_id), kind).version + 1;
}

/**
 * Decides as the second person, never one under the first. Throws not-found, already-decided,
 * second-person-needed, and whatever meanwhile stands against it: value-wrong, out-of-bounds, no-live-reader.
 */
export async function decideKind(
  database: Database,
  person: StaffSession,
  { id, accept, at }: { readonly id: string; readonly accept: boolean; readonly at: string },
): Promise<void> {
  const { prison_id: prisonId } = await waiting(database.read, person, id);
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const row = await waiting(tx, person, id);
    const first = await getStaff(tx, row.proposed_by);
    if (!first || !mayDecideRule(person, first, 'prison')) throw new Problem('second-person-needed');
    if (accept) await assertFits(tx, await getPrison(tx, prisonId), row.kind, rulesIn(row), at);
    const version = accept ? await nextVersion(tx, row) : null;
    await tx
      .updateTable('kind_version')
      .set({ version, state: accept ? 'accepted' : 'refused', decided_by: person.id, decided_at: at })
      .where('id', '=', id)
      .execute();
    const content = logged(accept ? 'accepted' : 'refused', { ...row, version });
    await appendRecord(tx, { prisonId, kind: 'kind', at, actorId: person.id, content });
  });
}
