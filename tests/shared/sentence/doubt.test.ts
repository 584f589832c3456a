import { expect, it } from 'vitest';
import type { SentenceEntry } from '../../../shared/sentence/entry.ts';
import { sentenceView } from '../../../shared/sentence/view.ts';

const term = { date: '2026-01-01', years: 1, months: 0, days: 0, custodyDays: 0, fineCents: 0 };
const of = (kind: 'definite' | 'life' | 'death', consecutiveTo: string | null = null) => ({
  kind: 'sentence' as const,
  content: { ...term, kind, consecutiveTo, court: null },
});
const kept = { latest: '2026-12-31', earliest: '2026-09-01' };
const checks = [{ ...kept, on: '2026-02-01' }];

/** How the record stands with the kept dates, which two people had found right. */
function standing(...lines: Pick<SentenceEntry, 'kind' | 'content'>[]) {
  const all = [...lines, { kind: 'dates' as const, content: kept }];
  const entries = all.map(
    (line, position) =>
      ({
        ...line,
        id: `line-${position}`,
        position,
        onDay: '2026-01-01',
        reason: 'Paper',
        at: '',
      }) as SentenceEntry,
  );
  const { state, recorded, checkedOn } = sentenceView({
    ...{ entries, rules: [], checks, answers: new Map(), today: '2026-03-01' },
  });
  return { state, recorded, checkedOn };
}

it('dates that the lines come to stand as checked', () => {
  expect(standing(of('definite'))).toEqual({ state: 'checked', recorded: kept, checkedOn: '2026-02-01' });
});

it('a record that cannot be counted is in doubt, whatever was checked before', () => {
  expect(standing(of('definite', 'a line that was undone'))).toEqual({
    state: 'being-checked',
    recorded: kept,
    checkedOn: null,
  });
});

it.each(['life', 'death'] as const)('a sentence of %s has no dates, whatever stands in the record', kind => {
  expect(standing(of(kind))).toEqual({ state: 'not-entered', recorded: null, checkedOn: null });
});
