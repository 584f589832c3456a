import { describe, expect, it } from 'vitest';
import { completeForm } from '../../../../kiosk/screens/submission/complete.ts';
import {
  type Draft,
  emptyDraft,
  isBegun,
  nextStep,
  stepsOf,
  withKind,
} from '../../../../kiosk/screens/submission/draft.ts';
import { type KindVersion, kindDefaults, kindNow } from '../../../../shared/submission/kind-rules.ts';

const empty = emptyDraft({ id: '0192f0c1-0000-7000-8000-000000000001', bornAt: 1 });
const full: Draft = {
  ...empty,
  kind: 'food',
  asked: kindNow([], 'food'),
  problem: 'spoiled',
  when: 'today',
  many: 'others',
  moreAsked: true,
};

describe('the questions', () => {
  it('come one after the other until everything is read back', () => {
    const asked = [
      empty,
      { ...empty, kind: full.kind },
      { ...empty, kind: full.kind, problem: full.problem },
      { ...full, many: null, moreAsked: false },
      { ...full, moreAsked: false },
      full,
    ];
    expect(asked.map(nextStep)).toEqual(['kind', 'problem', 'when', 'many', 'more', 'read-back']);
  });

  it('lead straight back to the reading back after one answer was changed', () => {
    expect(nextStep({ ...full, when: 'week' })).toBe('read-back');
  });

  it('of a request are none: its picture says all', () => {
    const draft = withKind(empty, kindNow([], 'doctor'));
    expect([nextStep(draft), stepsOf(draft)]).toEqual(['more', ['kind', 'more', 'read-back']]);
    expect(completeForm({ ...draft, moreAsked: true }, 'sw')).toMatchObject({
      kind: 'doctor',
      problem: 'ask',
      when: null,
      many: null,
    });
  });

  it('of a complaint about an officer begin with who he is', () => {
    const draft = withKind(empty, kindNow([], 'officer'));
    expect(nextStep(draft)).toBe('officer');
    const about = { rank: 'unknown', wing: null, name: null } as const;
    expect(nextStep({ ...draft, about })).toBe('problem');
    expect(completeForm({ ...draft, problem: 'beaten', when: 'today' }, 'sw')).toBeNull();
  });

  it('ask again what is wrong when it is about something else', () => {
    expect(nextStep(withKind(full, kindNow([], 'bedding')))).toBe('problem');
    expect(withKind(full, kindNow([], 'food'))).toEqual(full);
  });
});

describe('a kind that a prison changed', () => {
  const asked: KindVersion = {
    kind: 'food',
    version: 3,
    rules: { ...kindDefaults.food, questions: ['many'], problems: ['spoiled', 'other'] },
  };

  it('is not asked what it does not ask, and says by which version it was asked', () => {
    const draft = withKind({ ...full, when: null }, asked);
    expect(nextStep(draft)).toBe('read-back');
    expect(completeForm(draft, 'sw')).toMatchObject({ kindVersion: 3, when: null, many: 'others' });
  });

  it('asks again what is wrong if that picture is gone', () => {
    expect(nextStep(withKind({ ...full, problem: 'water' }, asked))).toBe('problem');
  });
});

describe('a draft is begun', () => {
  it.each([
    ['not when nothing was chosen', empty, false],
    ['once its subject was chosen', { ...empty, kind: 'food' as const }, true],
    ['once a word was written', { ...empty, text: 'B' }, true],
    [
      'once an officer was named',
      { ...empty, about: { rank: 'unknown' as const, wing: null, name: null } },
      true,
    ],
  ])('%s', (_name, draft, begun) => {
    expect(isBegun(draft)).toBe(begun);
  });
});

describe('the form that is sent', () => {
  it('is none while a question is open', () => {
    for (const open of ['kind', 'problem', 'when', 'many'] as const)
      expect(completeForm({ ...full, [open]: null }, 'sw')).toBeNull();
  });

  it('carries the answers and the language, and null for words that are only spaces', () => {
    expect(completeForm({ ...full, text: ' \n ' }, 'sw')).toEqual({
      id: full.id,
      bornAt: 1,
      kind: 'food',
      kindVersion: 0,
      problem: 'spoiled',
      when: 'today',
      many: 'others',
      text: null,
      aboutOfficer: null,
      language: 'sw',
    });
  });
});
