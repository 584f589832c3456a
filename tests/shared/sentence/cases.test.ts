import { afterAll, describe, expect, it } from 'vitest';
import { conventions, type ReleaseResult, sentenceRefusals } from '../../../shared/sentence/case.ts';
import { releaseDates } from '../../../shared/sentence/release-dates.ts';
import { wholeCase } from '../../../shared/sentence/schema.ts';
import { type CaseFile, casesOnDisk, inputOf, readCase } from './cases-on-disk.ts';

const files = [...casesOnDisk.values()];
const plain = (result: ReleaseResult) => {
  if (!result.ok) return { refused: result.refusal };
  const { latest, earliest, totalDays, remission } = result.dates;
  return { latest, earliest, totalDays, remission };
};

describe.each(conventions)('counted by %s', convention => {
  it.each([...casesOnDisk])('%s', (_name, file) => {
    const result = releaseDates(wholeCase(inputOf(file, convention)));
    expect(plain(result)).toEqual(file.expected[convention]);
  });
});

describe('the case files', () => {
  it('are at least 120, each named as its file', () => {
    expect(files.length).toBeGreaterThanOrEqual(120);
    expect(files.map(file => file.case)).toEqual([...casesOnDisk.keys()]);
  });
  it('no two ask the same', () => {
    const asked = new Map(files.map(file => [JSON.stringify(file.input), file.case]));
    expect(files.map(file => file.case).filter(name => ![...asked.values()].includes(name))).toEqual([]);
  });
  it('hold every refusal', () => {
    const refused = files.flatMap(({ expected }) =>
      conventions.flatMap(convention => {
        const wanted = expected[convention];
        return 'refused' in wanted ? [wanted.refused] : [];
      }),
    );
    expect(sentenceRefusals.filter(refusal => !refused.includes(refusal))).toEqual([]);
  });
});

describe('a case file is refused', () => {
  const sound = {
    case: 'sound',
    input: { sentences: [{ id: 'a', date: '2024-01-01', years: 1 }] },
    expected: { calendar: { refused: 'life' }, 'thirty-day-months': { refused: 'life' } },
    citation: 'none',
  };
  const dates = { latest: '2024-12-31', earliest: '2024-08-31', totalDays: 366, remission: 122 };
  it.each<[string, object]>([
    ['with an unknown field', { ...sound, note: 'x' }],
    ['with an unknown field of the input', { ...sound, input: { ...sound.input, forfeited: 3 } }],
    ['with a convention of its own', { ...sound, input: { ...sound.input, convention: 'calendar' } }],
    [
      'with an unknown field of a sentence',
      { ...sound, input: { sentences: [{ id: 'a', date: '', weeks: 1 }] } },
    ],
    [
      'with an extra date',
      { ...sound, expected: { ...sound.expected, calendar: { ...dates, release: '2024-10-01' } } },
    ],
    [
      'with dates and a refusal',
      { ...sound, expected: { ...sound.expected, calendar: { ...dates, refused: 'life' } } },
    ],
    [
      'with a refusal that nobody knows',
      { ...sound, expected: { ...sound.expected, calendar: { refused: 'no' } } },
    ],
    ['without one of the conventions', { ...sound, expected: { calendar: { refused: 'life' } } }],
    ['without a citation', { ...sound, citation: '' }],
  ])('%s', (_name, content) => {
    expect(() => readCase(content)).toThrow('not a case');
  });
  it('and not when it is sound', () => {
    expect(readCase(sound)).toEqual(sound);
  });
});

/** How many days later or earlier the thirty-day months put a date. */
function apart(from: string, to: string): string {
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' });
  return days > 0 ? `+${days}` : String(days);
}

/** How the conventions differ on a case, in days: latest / earliest; or what each says, where one refuses. */
function difference({ expected }: CaseFile): string | null {
  const { calendar, 'thirty-day-months': thirty } = expected;
  if ('refused' in calendar || 'refused' in thirty) {
    const word = (side: typeof calendar) => ('refused' in side ? side.refused : 'dates');
    return word(calendar) === word(thirty) ? null : `${word(calendar)} / ${word(thirty)}`;
  }
  const latest = apart(calendar.latest, thirty.latest);
  const earliest = apart(calendar.earliest, thirty.earliest);
  const same = latest === '0' && earliest === '0' && calendar.remission === thirty.remission;
  return same ? null : `${latest} / ${earliest}`;
}

// The law's own way of counting is not known: whoever decides it can see here what hangs on it.
afterAll(() => {
  const differing = files.filter(file => difference(file) !== null);
  const alike = Object.entries(Object.groupBy(differing, file => difference(file) ?? ''));
  const lines = alike.map(
    ([apartBy, those = []]) => `  ${apartBy}: ${those.map(file => file.case).join(', ')}`,
  );
  console.log(
    [
      `${differing.length} of ${files.length} cases differ by convention. Thirty-day months against the calendar,`,
      'latest / earliest in days, or what each says:',
      ...lines,
    ].join('\n'),
  );
});
