import { type OperationName, operations } from '../../../shared/api.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { caseRoles, type Role, roles } from '../../../shared/staff/roles.ts';
import { type Action, type Office, type State, states, transition } from '../../../shared/submission/life.ts';
import { isAtHeadquarters, mayOpen, type Reader } from '../../../shared/submission/reach.ts';
import type { StaffName } from '../../helpers/cast.ts';
import type { TestServer } from '../../helpers/server.ts';
import { type MadeCase, makeCases } from '../cases/make-case.ts';
import { type Callers, refusedAtTheDoor } from './callers.ts';

/** A case to try: its state, who has it, whether a reply waits. */
interface Situation {
  readonly state: State;
  readonly owner: Office;
  readonly unit: 'kitchen' | 'stores' | 'infirmary' | null;
  readonly pending: boolean;
  /** A petition; left out: about food. */
  readonly kind?: 'mercy';
  /** How high it was brought since it is overdue. */
  readonly risen: number;
}

const heldBy = (state: State): readonly Pick<Situation, 'owner' | 'unit'>[] => {
  const charge = { owner: 'officer-in-charge', unit: null } as const;
  const kitchen = { owner: 'unit', unit: 'kitchen' } as const;
  const infirmary = { owner: 'medical', unit: 'infirmary' } as const;
  const headquarters = { owner: 'headquarters', unit: null } as const;
  switch (state) {
    case 'reading':
      return [{ owner: 'first-reader', unit: null }];
    case 'triage':
      return [charge];
    case 'headquarters':
      return [headquarters];
    case 'routed':
      return [kitchen, { owner: 'unit', unit: 'stores' }, infirmary];
    default:
      return [charge, kitchen, infirmary, headquarters];
  }
};

export const situations: readonly Situation[] = [
  ...states.flatMap(state =>
    heldBy(state).flatMap(held =>
      (state === 'settled' || state === 'closed' ? [false] : [false, true]).map(pending => ({
        state,
        ...held,
        pending,
        risen: 0,
      })),
    ),
  ),
  { state: 'triage', owner: 'officer-in-charge', unit: null, pending: false, risen: 0, kind: 'mercy' },
  // Overdue: brought before headquarters, whoever still has it.
  ...(['reading', 'triage', 'routed'] as const).flatMap(state =>
    heldBy(state).map(held => ({ state, ...held, pending: false, risen: 2 })),
  ),
];

const bodies: Readonly<Partial<Record<OperationName, object>>> = {
  'POST /api/cases/:number/pass': { named: [], namedOther: [] },
  'POST /api/cases/:number/route': { unit: 'stores', personNeeded: false, note: null },
  'POST /api/cases/:number/return': { note: 'Not ours.' },
  'POST /api/cases/:number/answer': { outcome: 'done', on: '2026-03-02', next: null, text: 'Done.' },
  'POST /api/cases/:number/call-back': {},
  'POST /api/cases/:number/close': { note: 'Released.' },
  'POST /api/cases/:number/forward': { note: 'As he says.' },
  'POST /api/cases/:number/note': { note: 'Seen.' },
};

/** Who is named, and who is thereby kept out: he himself, and those under him in the cast. */
const keptOut: readonly (readonly [named: readonly StaffName[], from: readonly Role[]])[] = [
  [caseRoles, caseRoles],
  [['deputy'], ['unit-officer']],
  [['officer-in-charge'], ['deputy', 'unit-officer', 'first-reader']],
  [['commissioner'], ['officer-in-charge', 'deputy', 'unit-officer', 'first-reader']],
];

/** A case that names someone, and the roles that are kept out of it. */
export interface NamingCase {
  readonly made: MadeCase;
  readonly from: readonly Role[];
  readonly told: string;
}

/** Every situation with everyone named in turn. All are refused, so all operations are tried on the same. */
export async function makeNaming(prison: TestServer): Promise<NamingCase[]> {
  const wanted = situations
    .filter(one => !one.pending)
    .flatMap(situation =>
      keptOut.map(([names, from]) => ({
        given: { ...situation, named: names.map(one => prison.cast.staff[one]) },
        from,
        told: `where ${names.join()} named, ${situation.state}`,
      })),
    );
  const made = await makeCases(
    prison,
    wanted.map(one => one.given),
  );
  return made.map((one, index) => ({
    made: one,
    from: wanted[index]?.from ?? [],
    told: wanted[index]?.told ?? '',
  }));
}

/** Tries one operation on cases that name someone; answers who was not kept out. */
export async function tryNamed(
  prison: TestServer,
  callers: Callers,
  naming: readonly NamingCase[],
  name: OperationName,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { made, from, told } of naming) {
    const roles = from.filter(one => refusedAtTheDoor(name, one) === null);
    const answers = await Promise.all(roles.map(role => ask(prison, callers, name, role, made)));
    for (const [index, { problem }] of answers.entries())
      if (problem !== 'not-yours-to-see') wrong.push(`${roles[index]} ${told}: ${problem ?? 'done'}`);
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
  const { state, owner, unit, pending, risen } = situation;
  const refused = (problem: ProblemName): Expected => ({ problem, state });
  const atTheDoor = refusedAtTheDoor(name, role);
  if (atTheDoor) return refused(atTheDoor);
  const { prisonId } = prison.cast;
  const wingId = prison.cast.wings.a;
  const place = { prisonId, wingId, nearWings: [wingId], state, owner, unit };
  const aCase = { ...place, named: [], risen, listed: true };
  if (!mayOpen(readerOf(prison, role), aCase)) return refused('not-yours-to-see');
  const { reach } = operations[name];
  const action: Action | null = 'action' in reach ? reach.action : null;
  if (action === null) return { problem: null, state };
  const context = {
    state,
    owner,
    replyPending: pending,
    reopened: 0,
    reopeningsAllowed: 2,
    medical: owner === 'medical',
    petition: situation.kind === 'mercy',
    headOfficeNamed: owner === 'headquarters',
    atHeadquarters: isAtHeadquarters(aCase),
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

/** One cell: a role that asks, what it should get, and the case it asks for. */
interface Cell {
  readonly situation: Situation;
  readonly role: Role;
  readonly expected: Expected;
  readonly made: MadeCase;
}

/** Whether what the cell asks is done and changes the case. */
const writesIn = (name: OperationName, expected: Expected) =>
  expected.problem === null && bodies[name] !== undefined;

/**
 * Every role in every situation. Whoever is refused leaves a case as it was, so he asks for the one that
 * `refusals` has of each situation; whoever changes it gets one of his own.
 */
async function cellsOf(
  prison: TestServer,
  refusals: readonly MadeCase[],
  name: OperationName,
): Promise<readonly Cell[]> {
  const planned = situations.flatMap((situation, index) =>
    roles.map(role => ({ situation, index, role, expected: expectedOf(prison, name, role, situation) })),
  );
  const own = await makeCases(
    prison,
    planned.flatMap(one => (writesIn(name, one.expected) ? [one.situation] : [])),
  );
  const left = own.values();
  return planned.map(({ situation, index, role, expected }) => {
    const made = writesIn(name, expected) ? left.next().value : refusals[index];
    if (!made) throw new Error('a cell without its case');
    return { situation, role, expected, made };
  });
}

/** Tries one operation with every role in every situation; `refusals` are cases of all situations in order. */
export async function tryCaseOperation(
  prison: TestServer,
  callers: Callers,
  refusals: readonly MadeCase[],
  name: OperationName,
): Promise<Tried> {
  const wrong: string[] = [];
  let allowed = 0;
  const cells = await cellsOf(prison, refusals, name);
  const tryCell = async ({ situation, role, expected, made }: Cell) => {
    const note = (found: string, right: string) => {
      if (found !== right) wrong.push(`${role}, ${JSON.stringify(situation)}: ${found}, not ${right}`);
    };
    const { problem } = await ask(prison, callers, name, role, made);
    note(problem ?? 'done', expected.problem ?? 'done');
    if (problem === null) allowed += 1;
    note(
      await stateOf(prison, made),
      writesIn(name, expected) ? `${expected.state}/1` : `${situation.state}/0`,
    );
  };
  for (let from = 0; from < cells.length; from += roles.length)
    await Promise.all(cells.slice(from, from + roles.length).map(tryCell));
  return { tried: cells.length, allowed, wrong };
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
