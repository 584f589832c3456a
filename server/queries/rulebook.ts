import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { isDay } from '../../shared/prisoner/lines.ts';
import { Problem } from '../../shared/problems.ts';
import { mayDecideRule, mayProposeRule } from '../../shared/rulebook/change.ts';
import {
  definitionOf,
  type RuleKey,
  type RuleScope,
  type RuleValue,
} from '../../shared/rulebook/definitions.ts';
import type { RuleChangeBody } from '../../shared/rulebook/schema.ts';
import { fitsUnit, knownAt, type RuleEntry, ruleOn, withinBounds } from '../../shared/rulebook/value.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { RulebookEntryTable } from '../database/tables/rulebook.ts';
import { getPrison } from './prison.ts';
import { appendRecord, lockForRecord, recordEverywhere } from './record.ts';
import { getStaff, type StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;
export type RulebookRow = Selectable<RulebookEntryTable>;

/** National lines and those of one prison (null: headquarters looks), in the order in which they were decided. */
export async function rulebookRows(db: Db, prisonId: string | null): Promise<RulebookRow[]> {
  return db
    .selectFrom('rulebook_entry')
    .selectAll()
    .where(eb =>
      prisonId === null
        ? eb('prison_id', 'is', null)
        : eb.or([eb('prison_id', 'is', null), eb('prison_id', '=', prisonId)]),
    )
    .orderBy('decided_at')
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
}

/** A decided line as the pure rulebook reads it; null while it waits or if it was refused. */
export function ruleEntryOf(row: RulebookRow): RuleEntry | null {
  if (row.state !== 'accepted' || row.decided_at === null) return null;
  return {
    key: row.key,
    kind: row.kind,
    value: JSON.parse(row.value) as RuleValue,
    source: row.source,
    confirmed: row.confirmed === 1,
    paper: row.paper,
    validFrom: row.valid_from,
    decidedAt: row.decided_at,
  };
}

/** The rulebook that a prison counts by: everything decided, nationally and by itself, until an instant if one is given. */
export async function rulesOf(
  db: Db,
  prisonId: string | null,
  until: string | null = null,
): Promise<RuleEntry[]> {
  const rows = await rulebookRows(db, prisonId);
  const entries = rows.flatMap(row => ruleEntryOf(row) ?? []);
  return until === null ? entries : knownAt(entries, until);
}

interface NewEntry {
  readonly prisonId: string | null;
  readonly key: RuleKey;
  readonly kind: RulebookRow['kind'];
  readonly value: RuleValue;
  readonly source: string;
  readonly confirmed: boolean;
  readonly paper: string | null;
  readonly validFrom: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly decided: boolean;
}

async function insertEntry(tx: Tx, entry: NewEntry): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('rulebook_entry')
    .values({
      id,
      prison_id: entry.prisonId,
      key: entry.key,
      kind: entry.kind,
      value: JSON.stringify(entry.value),
      source: entry.source,
      confirmed: entry.confirmed ? 1 : 0,
      paper: entry.paper,
      valid_from: entry.validFrom,
      reason: entry.reason,
      state: entry.decided ? 'accepted' : 'proposed',
      proposed_by: entry.by,
      proposed_at: entry.at,
      decided_by: entry.decided ? entry.by : null,
      decided_at: entry.decided ? entry.at : null,
    })
    .execute();
  return id;
}

const logged = (
  row: Pick<NewEntry, 'key' | 'value' | 'validFrom' | 'paper'>,
  action: string,
  id: string,
) => ({
  action,
  entry: id,
  key: row.key,
  value: row.value as Json,
  validFrom: row.validFrom,
  paper: row.paper,
});

/** Headquarters' values belong to no prison; a prison's own to that of the one who proposes. */
function placeOf(person: StaffSession, scope: RuleScope): string | null {
  if (!mayProposeRule(person.role, scope)) throw new Problem('not-your-role');
  if (scope === 'national') return null;
  if (person.prisonId === null) throw new Problem('not-your-role');
  return person.prisonId;
}

/**
 * Proposes a value; nothing changes before a second person has decided. Throws not-your-role, value-wrong,
 * out-of-bounds.
 */
export async function proposeRule(
  database: Database,
  person: StaffSession,
  body: RuleChangeBody,
  at: string,
): Promise<string> {
  const { scope, unit } = definitionOf(body.key);
  const prisonId = placeOf(person, scope);
  if (!fitsUnit(unit, body.value) || (body.value === null && body.confirmed))
    throw new Problem('value-wrong');
  if (!isDay(body.validFrom)) throw new Problem('value-wrong', { detail: '/validFrom' });
  // A value is law only by a paper that somebody can ask to see.
  if (body.confirmed && body.paper === null) throw new Problem('value-wrong', { detail: '/paper' });
  return database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const rules = await rulesOf(tx, prisonId);
    if (!withinBounds(rules, body.key, body.value, body.validFrom)) throw new Problem('out-of-bounds');
    const id = await insertEntry(tx, {
      ...body,
      prisonId,
      kind: 'change',
      by: person.id,
      at,
      decided: false,
    });
    const content = logged(body, 'proposed', id);
    await appendRecord(tx, { prisonId, kind: 'rulebook', at, actorId: person.id, content });
    return id;
  });
}

async function waiting(tx: Tx, person: StaffSession, id: string): Promise<RulebookRow> {
  const row = await tx.selectFrom('rulebook_entry').selectAll().where('id', '=', id).executeTakeFirst();
  const mine =
    row && (row.prison_id === null || row.prison_id === person.prisonId || person.prisonId === null);
  if (!row || !mine || row.kind !== 'change') throw new Problem('not-found');
  if (row.state !== 'proposed') throw new Problem('already-decided');
  return row;
}

async function settle(tx: Tx, row: RulebookRow, person: StaffSession, accept: boolean, at: string) {
  const first = await getStaff(tx, row.proposed_by);
  const scope = definitionOf(row.key).scope;
  if (!first || !mayDecideRule(person, first, scope)) throw new Problem('second-person-needed');
  const value = JSON.parse(row.value) as RuleValue;
  // Headquarters may have moved the bounds since it was proposed.
  if (accept && !withinBounds(await rulesOf(tx, row.prison_id), row.key, value, row.valid_from))
    throw new Problem('out-of-bounds');
  await tx
    .updateTable('rulebook_entry')
    .set({ state: accept ? 'accepted' : 'refused', decided_by: person.id, decided_at: at })
    .where('id', '=', row.id)
    .execute();
  const what = { key: row.key, value, validFrom: row.valid_from, paper: row.paper };
  return { ...logged(what, accept ? 'accepted' : 'refused', row.id), reason: row.reason };
}

/**
 * Decides a proposed value, as the second person. Throws not-found, already-decided, second-person-needed,
 * out-of-bounds. What concerns the whole country stands in every prison's log.
 */
export async function decideRule(
  database: Database,
  person: StaffSession,
  id: string,
  accept: boolean,
  at: string,
): Promise<void> {
  const found = await database.read
    .selectFrom('rulebook_entry')
    .select('prison_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Problem('not-found');
  if (found.prison_id === null) {
    await recordEverywhere(database, { kind: 'rulebook', at, actorId: person.id }, async tx =>
      settle(tx, await waiting(tx, person, id), person, accept, at),
    );
    return;
  }
  const prisonId = found.prison_id;
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const row = await waiting(tx, person, id);
    const content = await settle(tx, row, person, accept, at);
    if (accept) await applyToSettings(tx, prisonId, at);
    await appendRecord(tx, { prisonId, kind: 'rulebook', at, actorId: person.id, content });
  });
}

/** The complaint's own values stand in the prison's settings too, where intake and kiosks read them. */
async function applyToSettings(tx: Tx, prisonId: string, at: string): Promise<void> {
  const { settings, zone } = await getPrison(tx, prisonId);
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const rules = await rulesOf(tx, prisonId);
  const within = ruleOn(rules, 'answer-within', today);
  const reopenings = ruleOn(rules, 'reopenings-allowed', today);
  const next = {
    ...settings,
    ...(typeof within.value === 'number'
      ? { answerWithin: { days: within.value, confirmed: within.confirmed } }
      : {}),
    ...(typeof reopenings.value === 'number' ? { reopeningsAllowed: reopenings.value } : {}),
  };
  await tx
    .updateTable('prison')
    .set({ settings: JSON.stringify(next) })
    .where('id', '=', prisonId)
    .execute();
}

/** Brings a prison's settings to what the rulebook says today: a value can have been decided to begin on this day. */
export async function applyRulebook(database: Database, prisonId: string, at: string): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    await applyToSettings(tx, prisonId, at);
  });
}

/**
 * The officer in charge reports that a value in force was confirmed to him, by which paper. It changes no value.
 * Throws nothing-to-confirm if it is not known, or confirmed already.
 */
export async function confirmRule(
  database: Database,
  person: StaffSession & { readonly prisonId: string },
  { key, paper }: { readonly key: RuleKey; readonly paper: string },
  { day, at }: { readonly day: string; readonly at: string },
): Promise<void> {
  const { prisonId } = person;
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const now = ruleOn(await rulesOf(tx, prisonId), key, day);
    if (now.value === null || now.confirmed) throw new Problem('nothing-to-confirm');
    const entry = { key, value: now.value, source: now.source, confirmed: true, paper, validFrom: day };
    const id = await insertEntry(tx, {
      ...entry,
      prisonId,
      kind: 'confirmation',
      reason: '',
      by: person.id,
      at,
      decided: true,
    });
    await applyToSettings(tx, prisonId, at);
    const content = logged(entry, 'confirmed', id);
    await appendRecord(tx, { prisonId, kind: 'rulebook', at, actorId: person.id, content });
  });
}
