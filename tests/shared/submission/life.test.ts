import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  actionsFor,
  firstStep,
  life,
  type State,
  states,
  transition,
} from '../../../shared/submission/life.ts';
import { actors, contextOf } from './life-context.ts';

/**
 * The whole table, written out a second time by hand: state, action, who may, next state, next owner
 * (`=` stays). Whatever is not here is refused.
 */
const head = 'officer-in-charge deputy';
const answerers = `${head} unit-officer`;
const noters = `first-reader unit-officer ${head} commissioner`;
const cells: readonly (readonly [State, Action, string, State, string])[] = [
  ['reading', 'pass', 'first-reader', 'triage', 'officer-in-charge'],
  ['reading', 'note', noters, 'reading', '='],
  ['reading', 'rise', 'system', 'reading', '='],
  ['triage', 'rise', 'system', 'triage', '='],
  ['headquarters', 'rise', 'system', 'headquarters', '='],
  ['routed', 'rise', 'system', 'routed', '='],
  ['triage', 'answer', head, 'triage', '='],
  ['triage', 'route', `first-reader ${head}`, 'routed', 'unit'],
  ['triage', 'note', noters, 'triage', '='],
  ['headquarters', 'answer', 'commissioner', 'headquarters', '='],
  ['headquarters', 'note', noters, 'headquarters', '='],
  ['routed', 'answer', answerers, 'routed', '='],
  ['routed', 'route', `first-reader ${head}`, 'routed', 'unit'],
  ['routed', 'return', 'unit-officer', 'triage', 'officer-in-charge'],
  ['routed', 'note', noters, 'routed', '='],
  ['answered', 'answer', `${answerers} commissioner`, 'answered', '='],
  ['answered', 'open-reply', 'prisoner', 'delivered', '='],
  ['answered', 'settle', 'prisoner', 'settled', '='],
  ['answered', 'not-settle', 'prisoner', 'triage', 'officer-in-charge'],
  ['answered', 'close', `${head} commissioner`, 'closed', '='],
  ['answered', 'note', noters, 'answered', '='],
  ['delivered', 'answer', `${answerers} commissioner`, 'delivered', '='],
  ['delivered', 'open-reply', 'prisoner', 'delivered', '='],
  ['delivered', 'settle', 'prisoner', 'settled', '='],
  ['delivered', 'not-settle', 'prisoner', 'triage', 'officer-in-charge'],
  ['delivered', 'close', `${head} commissioner`, 'closed', '='],
  ['delivered', 'note', noters, 'delivered', '='],
  ['settled', 'open-reply', 'prisoner', 'settled', '='],
  ['settled', 'not-settle', 'prisoner', 'triage', 'officer-in-charge'],
  ['settled', 'note', noters, 'settled', '='],
  ['closed', 'open-reply', 'prisoner', 'closed', '='],
  ['closed', 'settle', 'prisoner', 'settled', '='],
  ['closed', 'not-settle', 'prisoner', 'triage', 'officer-in-charge'],
  ['closed', 'note', noters, 'closed', '='],
];
/** With a reply pending, these and no others are added, and whatever would collide with it is refused. */
const pendingCells: readonly (readonly [State, Action, string, State])[] = [
  ['triage', 'call-back', head, 'triage'],
  ['triage', 'send', 'system', 'answered'],
  ['headquarters', 'call-back', 'commissioner', 'headquarters'],
  ['headquarters', 'send', 'system', 'answered'],
  ['routed', 'call-back', answerers, 'routed'],
  ['routed', 'send', 'system', 'answered'],
  ['answered', 'call-back', `${answerers} commissioner`, 'answered'],
  ['answered', 'send', 'system', 'answered'],
  ['delivered', 'call-back', `${answerers} commissioner`, 'delivered'],
  ['delivered', 'send', 'system', 'answered'],
];
const collides = new Set<Action>(['pass', 'route', 'return', 'answer', 'close', 'rise']);

describe('the life of a submission', () => {
  const every = states.flatMap(state =>
    actions.flatMap(action => actors.map(actor => ({ state, action, actor }))),
  );

  it.each(states.map(state => [state]))(
    'in %s, lets exactly those act who may, with no reply pending',
    state => {
      for (const { action, actor } of every.filter(cell => cell.state === state)) {
        const cell = cells.find(
          ([of, what, who]) => of === state && what === action && who.split(' ').includes(actor),
        );
        const found = transition(contextOf(state), action, actor);
        const expected = cell
          ? { ok: true, next: { state: cell[3], owner: cell[4] === '=' ? null : cell[4] } }
          : { ok: false };
        expect(found, `${state} ${action} ${actor}`).toMatchObject(expected);
      }
    },
  );

  it.each(states.map(state => [state]))('in %s, lets nothing collide with a reply that waits', state => {
    for (const { action, actor } of every.filter(cell => cell.state === state)) {
      const waiting = pendingCells.find(
        ([of, what, who]) => of === state && what === action && who.split(' ').includes(actor),
      );
      const plain = cells.find(
        ([of, what, who]) => of === state && what === action && who.split(' ').includes(actor),
      );
      const allowed = waiting !== undefined || (plain !== undefined && !collides.has(action));
      const found = transition(contextOf(state, { replyPending: true }), action, actor);
      expect(found.ok, `${state} ${action} ${actor}`).toBe(allowed);
      if (found.ok && waiting) expect(found.next.state).toBe(waiting[3]);
      if (!found.ok && plain && collides.has(action)) expect(found.refusal).toBe('reply-pending');
    }
  });

  it('names every refusal', () => {
    expect(transition(contextOf('settled'), 'answer', 'deputy')).toEqual({
      ok: false,
      refusal: 'not-in-this-state',
    });
    expect(transition(contextOf('triage'), 'answer', 'unit-officer')).toEqual({
      ok: false,
      refusal: 'not-your-role',
    });
    expect(transition(contextOf('triage'), 'call-back', 'deputy')).toEqual({
      ok: false,
      refusal: 'nothing-pending',
    });
    expect(transition(contextOf('delivered', { reopened: 2 }), 'not-settle', 'prisoner')).toEqual({
      ok: false,
      refusal: 'reopenings-used',
    });
  });

  it('never goes back down from headquarters', () => {
    const context = contextOf('delivered', { owner: 'headquarters' });
    expect(transition(context, 'not-settle', 'prisoner')).toMatchObject({ next: { owner: 'headquarters' } });
  });

  it('lets headquarters do what is overdue and nobody in the prison did', () => {
    const overdue = { atHeadquarters: true };
    for (const [state, action] of [
      ['reading', 'pass'],
      ['triage', 'answer'],
      ['routed', 'answer'],
    ] as const) {
      expect(transition(contextOf(state), action, 'commissioner').ok).toBe(false);
      expect(transition(contextOf(state, overdue), action, 'commissioner').ok).toBe(true);
    }
    expect(transition(contextOf('triage', overdue), 'route', 'commissioner').ok).toBe(false);
  });

  it('goes past an officer in charge who is named', () => {
    const named = { headOfficeNamed: true };
    expect(transition(contextOf('reading', named), 'pass', 'first-reader')).toMatchObject({
      next: { owner: 'headquarters' },
    });
    expect(transition(contextOf('answered', named), 'not-settle', 'prisoner')).toMatchObject({
      next: { owner: 'headquarters' },
    });
  });

  it('starts with the first reader when there are words or an officer, else in the officer’s list', () => {
    expect(firstStep({ kind: 'food', text: 'beans', aboutOfficer: null })).toEqual({
      state: 'reading',
      owner: 'first-reader',
    });
    const byReader = { state: 'reading', owner: 'first-reader' };
    expect(firstStep({ kind: 'food', text: null, aboutOfficer: {} })).toEqual(byReader);
    expect(firstStep({ kind: 'officer', text: null, aboutOfficer: null })).toEqual(byReader);
    expect(firstStep({ kind: 'doctor', text: null, aboutOfficer: null })).toEqual({
      state: 'routed',
      owner: 'medical',
    });
    expect(firstStep({ kind: 'food', text: null, aboutOfficer: null })).toEqual({
      state: 'triage',
      owner: 'officer-in-charge',
    });
  });

  it('shows as buttons exactly what it would let through', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom(...actors),
        fc.boolean(),
        fc.nat(3),
        fc.boolean(),
        (state, actor, replyPending, reopened, headOfficeNamed) => {
          const context = contextOf(state, { replyPending, reopened, headOfficeNamed });
          const shown = actionsFor(context, actor);
          for (const action of actions)
            expect(shown.includes(action)).toBe(transition(context, action, actor).ok);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never lets anyone but the prisoner settle or reopen, nor a first reader close', () => {
    for (const { state, action, actor } of every) {
      const { ok } = transition(contextOf(state, { replyPending: false }), action, actor);
      if (ok && (action === 'settle' || action === 'not-settle' || action === 'open-reply'))
        expect(actor).toBe('prisoner');
      if (ok && action === 'close') expect(actor).not.toBe('first-reader');
    }
  });

  it('has no state from which the prisoner cannot in the end be heard again', () => {
    const after: readonly State[] = ['answered', 'delivered', 'settled', 'closed'];
    for (const state of after) expect(Object.keys(life[state])).toContain('not-settle');
  });
});
