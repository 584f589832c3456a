import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actions,
  firstStep,
  type LifeContext,
  offices,
  states,
  transition,
} from '../../../shared/submission/life.ts';
import { actors, contextOf } from './life-context.ts';

const every = states.flatMap(state =>
  actions.flatMap(action => actors.map(actor => ({ state, action, actor }))),
);

describe('who has a submission', () => {
  it.each<[string, Partial<LifeContext>, string]>([
    ['the unit answered', { owner: 'unit' }, 'officer-in-charge'],
    ['the officer in charge answered', { owner: 'officer-in-charge' }, 'headquarters'],
    ['the infirmary answered about health', { owner: 'medical', medical: true }, 'headquarters'],
    ['it comes back a second time', { owner: 'unit', reopened: 1 }, 'headquarters'],
  ])('goes one step up when it is not settled and %s', (_name, more, owner) => {
    for (const state of ['answered', 'delivered', 'settled', 'closed'] as const)
      expect(transition(contextOf(state, more), 'not-settle', 'prisoner')).toMatchObject({ next: { owner } });
  });

  it('gives what concerns health to the infirmary, and to nobody else in the prison', () => {
    expect(transition(contextOf('reading', { medical: true }), 'pass', 'first-reader')).toMatchObject({
      next: { state: 'routed', owner: 'medical' },
    });
    const health = { owner: 'medical', medical: true } as const;
    for (const { state, action, actor } of every) {
      if (actor !== 'officer-in-charge' && actor !== 'deputy' && action !== 'route' && action !== 'return')
        continue;
      expect(transition(contextOf(state, health), action, actor).ok, `${state} ${action} ${actor}`).toBe(
        false,
      );
    }
    expect(transition(contextOf('routed', health), 'answer', 'unit-officer').ok).toBe(true);
  });

  it('has a petition sent on by the officer in charge, or by itself, and answered by nobody under the Commissioner', () => {
    const petition = { petition: true, owner: 'officer-in-charge' } as const;
    const sentOn = { ok: true, next: { state: 'headquarters', owner: 'headquarters' } };
    for (const actor of ['officer-in-charge', 'deputy', 'system'] as const)
      expect(transition(contextOf('triage', petition), 'forward', actor)).toEqual(sentOn);
    const unread = contextOf('reading', { petition: true, owner: 'first-reader' });
    expect(transition(unread, 'forward', 'system')).toEqual(sentOn);
    expect(transition(unread, 'forward', 'officer-in-charge').ok).toBe(false);
    for (const action of ['answer', 'route'] as const)
      for (const actor of actors)
        expect(transition(contextOf('triage', petition), action, actor).ok).toBe(false);
    for (const actor of actors) expect(transition(contextOf('triage'), 'forward', actor).ok).toBe(false);
  });

  it('has exactly one owner after every step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ action: fc.constantFrom(...actions), actor: fc.constantFrom(...actors) }), {
          maxLength: 30,
        }),
        fc.constantFrom('food', 'officer', 'health', 'doctor', 'head' as const),
        fc.constantFrom(null, 'words'),
        fc.boolean(),
        (steps, kind, text, headOfficeNamed) => {
          const first = firstStep({ kind, text, aboutOfficer: null });
          let now = contextOf(first.state, {
            owner: first.owner ?? 'unit',
            medical: kind === 'health' || kind === 'doctor',
            headOfficeNamed,
          });
          for (const { action, actor } of steps) {
            const decided = transition(now, action, actor);
            if (!decided.ok) continue;
            const { state, owner } = decided.next;
            now = {
              ...now,
              state,
              owner: owner ?? now.owner,
              replyPending:
                action === 'answer' || (now.replyPending && action !== 'send' && action !== 'call-back'),
              reopened: now.reopened + (action === 'not-settle' ? 1 : 0),
            };
            // Whoever must act while it is open is the one who has it, and no state has two.
            const holder = {
              reading: ['first-reader'],
              triage: ['officer-in-charge'],
              headquarters: ['headquarters'],
            };
            const mayHave = state in holder ? holder[state as keyof typeof holder] : offices;
            expect(mayHave).toContain(now.owner);
            if (state === 'routed') expect(['unit', 'medical']).toContain(now.owner);
            if (now.owner === 'medical') expect(now.medical).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
