import { describe, expect, it } from 'vitest';
import type { SentenceEntry } from '../../../shared/sentence/entry.ts';
import { sentenceView } from '../../../shared/sentence/view.ts';

const line = (content: Pick<SentenceEntry, 'kind' | 'content'>, position: number) =>
  ({
    ...content,
    id: `line-${position}`,
    position,
    onDay: '2026-01-01',
    reason: 'Paper',
    at: '',
  }) as SentenceEntry;
const inCourt = (on: string) => ({ kind: 'court-day' as const, content: { on, court: 'Nakuru' } });
const sentenced = (date: string) => ({
  kind: 'sentence' as const,
  content: {
    date,
    years: 1,
    months: 0,
    days: 0,
    kind: 'definite' as const,
    consecutiveTo: null,
    custodyDays: 0,
    fineCents: 0,
    court: null,
  },
});
const viewOn = (today: string, ...lines: Parameters<typeof line>[0][]) =>
  sentenceView({ entries: lines.map(line), rules: [], checks: [], answers: new Map(), today });

describe('what somebody has with a court', () => {
  it.each([
    ['none entered', '2026-03-10', [], null],
    ['the nearest of those ahead', '2026-03-10', ['2026-05-04', '2026-03-20', '2026-02-02'], '2026-03-20'],
    ['today itself', '2026-03-20', ['2026-05-04', '2026-03-20'], '2026-03-20'],
    ['all past: the last one', '2026-06-01', ['2026-05-04', '2026-03-20'], '2026-05-04'],
  ])('its day: %s', (_, today, days, on) => {
    expect(viewOn(today, ...days.map(inCourt)).courtDay?.on ?? null).toBe(on);
  });

  it.each([
    ['the day of the sentence', '2026-03-01', '2026-03-15'],
    ['the last of fourteen days', '2026-03-15', '2026-03-15'],
    ['a day too late', '2026-03-16', null],
  ])('fourteen days to appeal: %s', (_, today, until) => {
    expect(viewOn(today, sentenced('2026-03-01')).appealUntil).toBe(until);
  });

  it('the days run from the latest sentence', () => {
    expect(viewOn('2026-03-10', sentenced('2026-03-01'), sentenced('2025-01-01')).appealUntil).toBe(
      '2026-03-15',
    );
    expect(viewOn('2026-03-10').appealUntil).toBeNull();
  });
});
