import type { OperationName } from '../../../shared/api.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { type State, states, transition } from '../../../shared/submission/life.ts';
import type { TestServer } from '../../helpers/server.ts';
import { type CaseGiven, type MadeCase, makeCases, usualOwner } from '../cases/make-case.ts';
import { type CallerName, type Callers, callerNames, refusedAtTheDoor } from './callers.ts';

/** One way in which a prisoner, or whoever holds a code, comes to a submission. */
interface Way {
  readonly name: OperationName;
  readonly given: CaseGiven;
  readonly ask: (made: MadeCase) => { params?: { id: string }; body?: object };
  /** What the life table says once he is let in; the reply of a case without one is nobody's business. */
  readonly expected: (state: State) => { problem: ProblemName | null; state: State };
}

function byTable(action: 'settle' | 'not-settle'): Way['expected'] {
  return state => {
    const counts = { reopened: 0, reopeningsAllowed: 2 };
    const named = { medical: false, petition: false, headOfficeNamed: false, atHeadquarters: false };
    const context = { state, owner: usualOwner[state], replyPending: false, ...counts, ...named };
    const decided = transition(context, action, 'prisoner');
    return decided.ok ? { problem: null, state: decided.next.state } : { problem: decided.refusal, state };
  };
}
/** Opening a reply delivers it; opening it again, or before there is one, changes nothing. */
const opening: Way['expected'] = state => ({
  problem: null,
  state: state === 'answered' ? 'delivered' : state,
});
const nameless = { identity: 'nameless', prisoner_id: null, wing_id: null } as const;

const ways: readonly Way[] = [
  {
    name: 'POST /api/submissions/:id/opened',
    given: {},
    ask: ({ id }) => ({ params: { id } }),
    expected: opening,
  },
  ...([true, false] as const).map(settled => ({
    name: 'POST /api/submissions/:id/settle' as const,
    given: {},
    ask: ({ id }: MadeCase) => ({ params: { id }, body: { settled } }),
    expected: byTable(settled ? 'settle' : 'not-settle'),
  })),
  {
    name: 'POST /api/codes',
    given: nameless,
    ask: ({ code }) => ({ body: { code } }),
    expected: opening,
  },
  ...([true, false] as const).map(settled => ({
    name: 'POST /api/codes/settle' as const,
    given: nameless,
    ask: ({ code }: MadeCase) => ({ body: { code, settled } }),
    expected: byTable(settled ? 'settle' : 'not-settle'),
  })),
];

/** Tries one of the prisoner's own operations with every caller in every state. */
export async function tryOwnOperation(
  prison: TestServer,
  callers: Callers,
  name: OperationName,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const way of ways.filter(one => one.name === name)) {
    // Those who are refused at the door share a case of each state; whoever comes in has one of his own.
    const planned = states.flatMap(state =>
      callerNames.map(caller => ({ state, caller, inside: refusedAtTheDoor(name, caller) === null })),
    );
    const shared = new Map<State, MadeCase>();
    const wanted = planned.filter((one, index) => one.inside || index % callerNames.length === 0);
    const made = await makeCases(
      prison,
      wanted.map(({ state }) => ({ ...way.given, state })),
    );
    const own = new Map(wanted.map((one, index) => [one, made[index]]));
    for (const one of planned) {
      const { state, caller } = one;
      const its = own.get(one) ?? shared.get(state);
      if (!its) throw new Error('a cell without its case');
      if (!one.inside) shared.set(state, its);
      const found = await tryCell(prison, callers, way, its, caller);
      const expected = expectedOf(way, state, caller);
      if (found.problem !== expected.problem || found.state !== expected.state)
        wrong.push(`${caller}, ${state}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    }
  }
  return wrong;
}

function expectedOf(way: Way, state: State, caller: CallerName) {
  const atTheDoor = refusedAtTheDoor(way.name, caller);
  return atTheDoor ? { problem: atTheDoor, state } : way.expected(state);
}

async function tryCell(prison: TestServer, callers: Callers, way: Way, made: MadeCase, caller: CallerName) {
  const { params, body } = way.ask(made);
  const { problem } = await prison.ask(way.name, params, {
    headers: callers.headers[caller],
    ...(body ? { body } : {}),
  });
  const { state, version } = await prison.server.database.read
    .selectFrom('submission')
    .select(['state', 'version'])
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow();
  return { problem, state, version };
}
