import { type OperationName, operations } from '../../../shared/api.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { type Role, roles } from '../../../shared/staff/roles.ts';
import { type Action, type Office, type State, states, transition } from '../../../shared/submission/life.ts';
import { mayOpen, type Reader } from '../../../shared/submission/reach.ts';
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

/** Tries one operation with every role in every situation; answers the cells that were not as they should be. */
export async function tryCaseOperation(
  prison: TestServer,
  callers: Callers,
  name: OperationName,
): Promise<{ readonly tried: number; readonly allowed: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  let tried = 0;
  let allowed = 0;
  for (const situation of situations) {
    let made: MadeCase | null = null;
    for (const role of roles) {
      made ??= await makeCase(prison, situation);
      const expected = expectedOf(prison, name, role, situation);
      const body = bodies[name];
      const { problem } = await prison.ask(
        name,
        { number: made.number },
        { headers: callers.headers[role], ...(body ? { body: { version: 0, ...body } } : {}) },
      );
      const now = await prison.server.database.read
        .selectFrom('submission')
        .select(['state', 'version'])
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow();
      const writes = expected.problem === null && body !== undefined;
      const asExpected =
        problem === expected.problem && now.state === expected.state && now.version === (writes ? 1 : 0);
      if (!asExpected)
        wrong.push(
          `${role}, ${JSON.stringify(situation)}: ${problem ?? 'done'} → ${now.state}/${now.version}, not ${expected.problem ?? 'done'} → ${expected.state}`,
        );
      tried += 1;
      if (expected.problem === null) allowed += 1;
      // What was changed is no longer the situation to try.
      if (now.version !== 0) made = null;
    }
  }
  return { tried, allowed, wrong };
}
