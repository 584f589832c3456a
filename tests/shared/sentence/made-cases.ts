import fc from 'fast-check';
import { conventions, type Sentence, type SentenceCase } from '../../../shared/sentence/case.ts';

/** Whole cases for properties. Sentences are passed within a few weeks, so that most of them can be counted. */
const epoch = Temporal.PlainDate.from('1999-12-01');
const days = Array.from({ length: 12_000 }, (_, at) => epoch.add({ days: at }).toString());
const dayAt = (at: number) => days[at] ?? 'no such day';

const upTo = (max: number) => fc.nat({ max });
const ids = ['a', 'b', 'c', 'd'] as const;

const length = fc.oneof(
  fc.tuple(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 70 })),
  fc.tuple(fc.constant(0), fc.integer({ min: 1, max: 14 }), fc.constant(0)),
  fc.tuple(upTo(4), upTo(11), fc.integer({ min: 1, max: 40 })),
);
/** Half of the numbers are nothing at all, as in a register. */
const oftenNone = (max: number) => fc.oneof(fc.constant(0), upTo(max));

const definite = fc
  .tuple(length, oftenNone(60))
  .map(([[years, months, days], custodyDays]): Omit<Sentence, 'id' | 'date' | 'consecutiveTo'> => {
    return { kind: 'definite', years, months, days, custodyDays, fineCents: 0, paidCents: 0 };
  });
const fine = fc
  .tuple(definite, fc.integer({ min: 1, max: 100 }), upTo(100))
  .map(([term, fineCents, share]) => ({
    ...term,
    kind: 'fine-default' as const,
    fineCents,
    paidCents: Math.floor((fineCents * share) / 100),
  }));
const term = fc.oneof({ weight: 3, arbitrary: definite }, { weight: 1, arbitrary: fine });
type Term = Omit<Sentence, 'id' | 'date' | 'consecutiveTo'>;

const rest = fc
  .tuple(
    fc.constantFrom(...conventions),
    fc.tuple(oftenNone(100), oftenNone(80), oftenNone(40), oftenNone(90), oftenNone(60), oftenNone(60)),
    fc.nat({ max: 9 }),
  )
  .map(
    ([
      convention,
      [nonEarningDays, forfeitedDays, restoredDays, extraDays, daysAtLarge, bailDays],
      tenth,
    ]) => ({
      convention,
      ...{ nonEarningDays, forfeitedDays, restoredDays, extraDays, daysAtLarge, bailDays },
      deprived: tenth === 0,
    }),
  );

const chainOf = (kind: fc.Arbitrary<Term>): fc.Arbitrary<SentenceCase> =>
  fc
    .tuple(upTo(11_000), fc.array(kind, { minLength: 1, maxLength: ids.length }), rest)
    .map(([at, terms, more]) => ({
      ...more,
      sentences: terms.map((one, index) => ({
        ...one,
        id: ids[index] ?? '',
        date: dayAt(at),
        consecutiveTo: ids[index - 1] ?? null,
      })),
    }));
/** All passed on one day, each after the one before it. */
export const anyChain = chainOf(term);

/** Up to four, each from its own day or after any that is listed before it; some cannot be counted. */
export const anyCase: fc.Arbitrary<SentenceCase> = fc
  .tuple(
    upTo(11_000),
    fc.array(fc.tuple(term, upTo(25), fc.integer({ min: -2, max: 2 })), {
      minLength: 1,
      maxLength: ids.length,
    }),
    rest,
  )
  .map(([at, terms, more]) => {
    let day = at;
    const sentences = terms.map(([one, later, after], index): Sentence => {
      day += index === 0 ? 0 : later;
      const consecutiveTo = after < 0 ? null : (ids.slice(0, index)[after] ?? null);
      return { ...one, id: ids[index] ?? '', date: dayAt(day), consecutiveTo };
    });
    return { ...more, sentences };
  });

type Longer = Pick<Sentence, 'years' | 'months' | 'days'>;
const lengthened = (given: SentenceCase, at: number, by: Longer): SentenceCase => ({
  ...given,
  sentences: given.sentences.map((sentence, index) =>
    index === at % given.sentences.length
      ? {
          ...sentence,
          years: sentence.years + by.years,
          months: sentence.months + by.months,
          days: sentence.days + by.days,
        }
      : sentence,
  ),
});
const byDays = fc.tuple(anyChain, upTo(3), fc.integer({ min: 1, max: 40 }));
const byMonths = fc.tuple(chainOf(definite), upTo(3), upTo(2), fc.integer({ min: 1, max: 20 }));

/**
 * A chain, and the same with one term longer: by days whatever its kinds, by months and years where there is no
 * fine. Months put before a fine that was paid move it to other, perhaps shorter, months of the calendar.
 */
export const anyLengthening: fc.Arbitrary<readonly [SentenceCase, SentenceCase]> = fc.oneof(
  byDays.map(([given, at, days]) => [given, lengthened(given, at, { years: 0, months: 0, days })] as const),
  byMonths.map(
    ([given, at, years, months]) => [given, lengthened(given, at, { years, months, days: 0 })] as const,
  ),
);
