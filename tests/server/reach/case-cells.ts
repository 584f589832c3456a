import { type OperationName, operations } from '../../../shared/api.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { caseRoles, type Role, roles } from '../../../shared/staff/roles.ts';
import { type Action, type Office, type State, states, transition } from '../../../shared/submission/life.ts';
import { mayOpen, type Reader } from '../../../shared/submission/reach.ts';
import type { StaffName } from '../../helpers/cast.ts';
import type { TestServer } from '../../helpers/server.ts';
import { type MadeCase, makeCase } from '../cases/make-case.ts';
import { type Callers, refusedAtTheDoor } from './callers.ts';

/** A case to try: its state, who has it, whether a reply waits. */
interface Situation {
  readonly state: State;
  readonly owner: Office;
  readonly unit: 'kitchen' | 'stores' | null;
  readonly pending: boolean;
}

const heldBy = (state: State): readonly Pick<Situation, 'owner' | 'unit'>[] => {
  const charge = { owner: 'officer-in-charge', unit: null } as const;
  const kitchen = { owner: 'unit', unit: 'kitchen' } as const;
  const headquarters = { owner: 'headquarters', unit: null } as const;
  switch (state) {
    case 'reading':
      return [{ owner: 'first-reader', unit: null }];
    case 'triage':
      return [charge];
    case 'headquarters':
      return [headquarters];
    case 'routed':
      return [kitchen, { owner: 'unit', unit: 'stores' }];
    default:
      return [charge, kitchen, headquarters];
  }
};

export const situations: readonly Situation[] = states.flatMap(state =>
  heldBy(state).flatMap(held =>
    (state === 'settled' || state === 'closed' ? [false] : [false, true]).map(pending => ({
      state,
      ...held,
      pending,
    })),
  ),
);

const bodies: Readonly<Partial<Record<OperationName, object>>> = {
  'POST /api/cases/:number/pass': { named: [], namedOther: [] },
  'POST /api/cases/:number/route': { unit: 'stores', personNeeded: false, note: null },
  'POST /api/cases/:number/return': { note: 'Not ours.' },
  'POST /api/cases/:number/answer': { outcome: 'done', on: '2026-03-02', next: null, text: 'Done.' },
  'POST /api/cases/:number/call-back': {},
  'POST /api/cases/:number/close': { note: 'Released.' },
  'POST /api/cases/:number/note': { note: 'Seen.' },
};

/** Who is named, and who is thereby kept out: he himself, and those under him in the cast. */
const keptOut: readonly (readonly [named: readonly StaffName[], from: readonly Role[]])[] = [
  [caseRoles, caseRoles],
  [['deputy'], ['unit-officer']],
  [['officer-in-charge'], ['deputy', 'unit-officer', 'first-reader']],
  [['commissioner'], ['officer-in-charge', 'deputy', 'unit-officer', 'first-reader']],
];

/** Tries one operation on cases that name someone; answers who was not kept out. */
export async function tryNamed(
  prison: TestServer,
  callers: Callers,
  name: OperationName,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const situation of situations.filter(one => !one.pending))
    for (const [names, from] of keptOut) {
      const named = names.map(one => prison.cast.staff[one]);
      const made = await makeCase(prison, { ...situation, named });
      for (const role of from.filter(one => refusedAtTheDoor(name, one) === null)) {
        const { problem } = await ask(prison, callers, name, role, made);
        if (problem !== 'not-yours-to-see')
          wrong.push(`${role} where ${names.join()} named, ${situation.state}: ${problem ?? 'done'}`);
      }
    }
  return wrong;
}

/** The account of a role in the cast, as reach sees it. */
function readerOf(prison: TestServer, role: Role): Reader {
  return {
    id: prison.cast.staff[role],
    role,
    prisonId: role === 'commissioner' ? null : prison.cast.prisonId,
    wingId: null,
    unit: role === 'unit-officer' ? 'kitchen' : null,
    superiors: [],
  };
}

interface Expected {
  readonly problem: ProblemName | null;
  readonly state: State;
}

/** What contract, reach and life table say of one cell. */
function expectedOf(prison: TestServer, name: OperationName, role: Role, situation: Situation): Expected {
  const { state, owner, unit, pending } = situation;
  const refused = (problem: ProblemName): Expected => ({ problem, state });
  const atTheDoor = refusedAtTheDoor(name, role);
  if (atTheDoor) return refused(atTheDoor);
  const { prisonId } = prison.cast;
  const aCase = { prisonId, wingId: prison.cast.wings.a, state, owner, unit, named: [], listed: true };
  if (!mayOpen(readerOf(prison, role), aCase)) return refused('not-yours-to-see');
  const { reach } = operations[name];
  const action: Action | null = 'action' in reach ? reach.action : null;
  if (action === null) return { problem: null, state };
  const context = {
    state,
    replyPending: pending,
    reopened: 0,
    reopeningsAllowed: 2,
    headOfficeNamed: owner === 'headquarters',
  };
  const decided = transition(context, action, role);
  return decided.ok ? { problem: null, state: decided.next.state } : refused(decided.refusal);
}

export interface Tried {
  readonly tried: number;
  readonly allowed: number;
  /** The cells that were not as they should be. */
  readonly wrong: readonly string[];
}

/** Tries one operation with every role in every situation. */
export async function tryCaseOperation(
  prison: TestServer,
  callers: Callers,
  name: OperationName,
): Promise<Tried> {
  const all: Tried[] = [];
  for (const situation of situations) all.push(await trySituation(prison, callers, name, situation));
  return {
    tried: all.reduce((sum, one) => sum + one.tried, 0),
    allowed: all.reduce((sum, one) => sum + one.allowed, 0),
    wrong: all.flatMap(one => one.wrong),
  };
}

async function trySituation(
  prison: TestServer,
  callers: Callers,
  name: OperationName,
  situation: Situation,
): Promise<Tried> {
  const wrong: string[] = [];
  const note = (role: string, found: string, expected: string) => {
    if (found !== expected) wrong.push(`${role}, ${JSON.stringify(situation)}: ${found}, not ${expected}`);
  };
  const untouched = `${situation.state}/0`;
  let allowed = 0;
  let made: MadeCase | null = null;
  for (const role of roles) {
    made ??= await makeCase(prison, situation);
    const expected = expectedOf(prison, name, role, situation);
    const { problem } = await ask(prison, callers, name, role, made);
    note(role, problem ?? 'done', expected.problem ?? 'done');
    if (problem !== null) continue;
    allowed += 1;
    const writes = bodies[name] !== undefined;
    note(role, await stateOf(prison, made), writes ? `${expected.state}/1` : untouched);
    // What was changed is no longer the situation to try.
    if (writes) made = null;
  }
  if (made) note('all who were refused', await stateOf(prison, made), untouched);
  return { tried: roles.length, allowed, wrong };
}

function ask(prison: TestServer, callers: Callers, name: OperationName, role: Role, { number }: MadeCase) {
  const body = bodies[name];
  return prison.ask(
    name,
    { number },
    { headers: callers.headers[role], ...(body ? { body: { version: 0, ...body } } : {}) },
  );
}

async function stateOf(prison: TestServer, { id }: MadeCase): Promise<string> {
  const { state, version } = await prison.server.database.read
    .selectFrom('submission')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return `${state}/${version}`;
}
