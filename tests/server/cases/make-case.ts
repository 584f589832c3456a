import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { isoOf } from '../../../server/clock.ts';
import type { NewSubmission, Schema } from '../../../server/database/schema.ts';
import { indexSubmission } from '../../../server/database/search.ts';
import type { ReplyTable } from '../../../server/database/tables/submission.ts';
import { recordEvent, theSystem } from '../../../server/queries/act.ts';
import { codeFromMac } from '../../../shared/submission/code.ts';
import { type Office, openStates, type State } from '../../../shared/submission/life.ts';
import type { TestServer } from '../../helpers/server.ts';

/** What a test says of a case; everything else is usual. */
export interface CaseGiven extends Partial<Omit<NewSubmission, 'open' | 'reply_pending' | 'about'>> {
  readonly named?: readonly (string | null)[];
  readonly about?: object | null;
  /** A reply waits for its ten seconds. */
  readonly pending?: boolean;
  /** False: it does not stand in the officers' list yet. */
  readonly listed?: boolean;
}

export interface MadeCase {
  readonly id: string;
  readonly number: number;
  readonly code: string;
}

/** Who has a case in a state, unless the test says otherwise. */
export const usualOwner: Readonly<Record<State, Office>> = {
  reading: 'first-reader',
  triage: 'officer-in-charge',
  headquarters: 'headquarters',
  routed: 'unit',
  answered: 'officer-in-charge',
  delivered: 'officer-in-charge',
  settled: 'officer-in-charge',
  closed: 'officer-in-charge',
};

const kioskOf = new WeakMap<TestServer, Promise<string>>();
function kioskIn(prison: TestServer): Promise<string> {
  const known = kioskOf.get(prison) ?? prison.enrolKiosk('a').then(kiosk => kiosk.id);
  kioskOf.set(prison, known);
  return known;
}

const makeCode = () => codeFromMac(crypto.getRandomValues(new Uint8Array(8)));

function rowOf(prison: TestServer, given: CaseGiven, number: number | null): NewSubmission {
  const { named: _, about, pending, listed = true, ...columns } = given;
  const at = isoOf(prison.clock.now());
  const state = given.state ?? 'triage';
  const owner = given.owner ?? usualOwner[state];
  return {
    id: randomUUID(),
    prison_id: prison.cast.prisonId,
    number: listed ? number : null,
    near_wings: columns.wing_id ?? (columns.wing_id === null ? '' : prison.cast.wings.a),
    kind: 'food',
    kind_version: 0,
    problem: 'too-little',
    when_it_was: 'today',
    many: 'me',
    text: null,
    recording: null,
    about: about ? JSON.stringify(about) : null,
    language: 'sw',
    wing_id: prison.cast.wings.a,
    prisoner_id: prison.cast.prisoners.otieno,
    identity: 'named',
    person_needed: 0,
    code: makeCode(),
    received_at: at,
    received_on: at.slice(0, 10),
    due_on: '2026-03-11',
    listed_at: listed ? at : null,
    list_after: null,
    state,
    owner,
    unit: owner === 'unit' ? 'kitchen' : null,
    open: (openStates as readonly State[]).includes(state) ? 1 : 0,
    head_office_named: owner === 'headquarters' ? 1 : 0,
    reply_pending: pending ? 1 : 0,
    reopened: 0,
    risen: 0,
    version: 0,
    state_since: at,
    ...columns,
  };
}

function replyOf(prison: TestServer, row: NewSubmission): ReplyTable {
  const now = prison.clock.now();
  return {
    id: randomUUID(),
    submission_id: row.id,
    author_id: prison.cast.staff['officer-in-charge'],
    author_office: 'officer-in-charge',
    outcome: 'done',
    on_day: '2026-03-02',
    next: null,
    text: 'A draft.',
    language: row.language,
    written_at: isoOf(now),
    sends_at: isoOf(now.add({ seconds: 10 })),
    sent_at: null,
    called_back_at: null,
  };
}

/** Puts a case into the database as if it had got there by itself: the arrival, the row, its first event. */
export async function makeCase(prison: TestServer, given: CaseGiven = {}): Promise<MadeCase> {
  const [made] = await makeCases(prison, [given]);
  if (!made) throw new Error('no case was made');
  return made;
}

/** So many cases in one commit, in the order of what is given; all of one prison. */
export async function makeCases(prison: TestServer, given: readonly CaseGiven[]): Promise<MadeCase[]> {
  const kioskId = await kioskIn(prison);
  const { database } = prison.server;
  return database.transaction(async tx => {
    const prisonId = given[0]?.prison_id ?? prison.cast.prisonId;
    await database.lockHead(tx, prisonId);
    const { highest } = await tx
      .selectFrom('submission')
      .select(eb => eb.fn.max('number').as('highest'))
      .where('prison_id', '=', prisonId)
      .executeTakeFirstOrThrow();
    const made: MadeCase[] = [];
    for (const [index, one] of given.entries())
      made.push(await put(prison, tx, kioskId, one, Number(highest ?? 0) + index + 1));
    return made;
  });
}

async function put(
  prison: TestServer,
  tx: Transaction<Schema>,
  kioskId: string,
  given: CaseGiven,
  next: number,
): Promise<MadeCase> {
  const { database } = prison.server;
  const row = rowOf(prison, given, next);
  await tx
    .insertInto('intake')
    .values({
      id: row.id,
      prison_id: row.prison_id,
      kiosk_id: kioskId,
      sequence: Math.floor(Math.random() * 2 ** 40),
      arrival: 0,
      hash: row.id,
      statement: '{}',
      signature: '',
      sealed: '',
      identity: null,
      code: row.code,
      receipt: '{}',
      received_at: row.received_at,
      state: 'opened',
      reason: null,
      from_revoked: 0,
    })
    .execute();
  await tx.insertInto('submission').values(row).execute();
  const named = (given.named ?? []).map((id, index) => ({
    submission_id: row.id,
    staff_id: id,
    name: `Officer ${index}`,
  }));
  if (named.length > 0) await tx.insertInto('submission_named').values(named).execute();
  if (given.pending) await tx.insertInto('reply').values(replyOf(prison, row)).execute();
  const number = row.number ?? 0;
  if (row.number !== null)
    await indexSubmission(database, tx, {
      prisonId: row.prison_id,
      number,
      text: `${row.text ?? ''} ${row.code}`,
    });
  await recordEvent(tx, row, {
    action: 'receive',
    person: theSystem,
    at: row.received_at,
    from: null,
    to: row.state,
    detail: {},
  });
  return { id: row.id, number, code: row.code };
}
