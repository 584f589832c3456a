import { describe, expect, it } from 'vitest';
import type { RuleEntry } from '../../../shared/rulebook/value.ts';
import { dayOfStageLine, type StageEntry, type StageLine } from '../../../shared/stage/entry.ts';
import type { Stage } from '../../../shared/stage/stages.ts';
import { stageView } from '../../../shared/stage/view.ts';

let position = 0;
const entry = (line: StageLine, reason = 'Stage book'): StageEntry => {
  position += 1;
  return { ...line, id: `line-${position}`, position, reason, onDay: dayOfStageLine(line), at: '' };
};
const put = (stage: Stage, on: string, reason?: string) =>
  entry({ kind: 'stage', content: { stage, on, decidedBy: 'The stage board' } }, reason);
const lost = (from: string, to: string | null) =>
  entry({
    kind: 'privilege-lost',
    content: { what: 'canteen', from, to, orderedBy: 'The officer in charge', order: 'PB 4' },
  });
const rule = (key: RuleEntry['key'], value: RuleEntry['value'], confirmed: boolean): RuleEntry => ({
  key,
  kind: 'change',
  value,
  source: 'Circular',
  confirmed,
  paper: confirmed ? 'C 1' : null,
  validFrom: '2020-01-01',
  decidedAt: '2020-01-01T06:00:00Z',
});
const view = (entries: StageEntry[], rules: RuleEntry[] = [], today = '2026-03-02') =>
  stageView({ entries, rules, today });

describe('a stage', () => {
  it('is not entered while nobody decided one', () => {
    expect(view([])).toMatchObject({ stage: null, since: null, next: null, review: null, history: [] });
  });

  it('is the last one decided by day, whatever the order of entry, and each step says which way it went', () => {
    const { stage, since, history } = view([
      put('second', '2025-06-01', 'Good conduct'),
      put('first', '2025-01-10', 'On admission'),
      put('first', '2025-09-01', 'Fighting'),
    ]);
    expect({ stage, since }).toEqual({ stage: 'first', since: '2025-09-01' });
    expect(history.map(({ move, reason }) => [move, reason])).toEqual([
      ['reduced', 'Fighting'],
      ['promoted', 'Good conduct'],
      ['put', 'On admission'],
    ]);
  });

  it('does not begin anew when it is kept', () => {
    expect(view([put('first', '2025-01-10'), put('first', '2025-07-10')]).since).toBe('2025-01-10');
  });

  it('is none that is still to come', () => {
    expect(view([put('first', '2025-01-10'), put('second', '2026-03-03')]).stage).toBe('first');
  });

  it('says what is needed next only as far as it is known, and never that it is confirmed when it is not', () => {
    const entries = [put('first', '2025-08-31')];
    expect(view(entries).next).toEqual({ stage: 'second', months: null, from: null, confirmed: false });
    const length = (confirmed: boolean) => [rule('stage-length-first', 6, confirmed)];
    // Six months after the last of August is the last of February.
    expect(view(entries, length(false)).next).toEqual({
      stage: 'second',
      months: 6,
      from: '2026-02-28',
      confirmed: false,
    });
    expect(view(entries, length(true)).next?.confirmed).toBe(true);
    expect(view([put('special', '2025-08-31')]).next).toBeNull();
  });

  it('has a review only if it was set for the stage that he is in', () => {
    const review = (on: string) => entry({ kind: 'review', content: { on } });
    expect(view([put('first', '2025-01-10'), review('2025-07-10')]).review).toBe('2025-07-10');
    expect(
      view([put('first', '2025-01-10'), review('2025-07-10'), put('second', '2025-07-12')]).review,
    ).toBeNull();
  });

  it('draws all five rungs, with what each brings as far as the rulebook knows it', () => {
    const { ladder } = view([], [rule('privileges-second', ['letters:2:month', 'sport'], true)]);
    expect(ladder.map(({ stage }) => stage)).toEqual(['first', 'second', 'third', 'fourth', 'special']);
    expect(ladder[0]).toEqual({ stage: 'first', privileges: null, confirmed: false });
    expect(ladder[1]).toEqual({
      stage: 'second',
      privileges: [
        { name: 'letters', amount: 2, per: 'month' },
        { name: 'sport', amount: null, per: null },
      ],
      confirmed: true,
    });
  });

  it('keeps forfeited privileges until the end of their last day', () => {
    const ends = (to: string | null) => view([lost('2026-02-01', to)]).lost[0]?.over;
    expect([ends('2026-03-01'), ends('2026-03-02'), ends(null)]).toEqual([true, false, false]);
  });
});
