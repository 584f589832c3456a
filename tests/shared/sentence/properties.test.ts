import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ReleaseDates, SentenceCase } from '../../../shared/sentence/case.ts';
import { releaseDates } from '../../../shared/sentence/release-dates.ts';
import { thorough } from '../../helpers/thorough.ts';
import { addUp, chainEnd } from './ledger.ts';
import { anyCase, anyChain, anyLengthening } from './made-cases.ts';

const numRuns = thorough ? 20_000 : 4_000;
// About two seconds each; a machine that does other work besides needs its time.
vi.setConfig({ testTimeout: 120_000 });

const datesOf = (given: SentenceCase): ReleaseDates | null => {
  const result = releaseDates(given);
  return result.ok ? result.dates : null;
};

/** Plain conditions: an `expect` in every run would take longer than the counting. */
function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/**
 * Tries many cases. `holds` answers false for one that was refused and so proves nothing; most must prove
 * something.
 */
function always<T>(made: fc.Arbitrary<T>, holds: (given: T) => boolean): void {
  let proved = 0;
  const counted = fc.property(made, given => {
    if (holds(given)) proved += 1;
  });
  fc.assert(counted, { numRuns });
  expect(proved).toBeGreaterThan(numRuns / 2);
}

/** The day on which a month is served, and the days away after it, by its own count. */
function monthServed({ convention, sentences, daysAtLarge, bailDays }: SentenceCase): string {
  const custody = sentences.reduce((days, sentence) => days + sentence.custodyDays, 0);
  const start = Temporal.PlainDate.from(sentences[0]?.date ?? '').subtract({ days: custody });
  const next = start.add(convention === 'calendar' ? { months: 1 } : { days: 30 });
  return next.add({ days: daysAtLarge + bailDays - 1 }).toString();
}

const sorted = (record: object) => JSON.stringify(Object.entries(record).toSorted());

describe('whatever the sentences', () => {
  it('earliest is never after latest, the steps add up to the result, the order of the list is nothing', () => {
    always(anyCase, given => {
      const dates = datesOf(given);
      const backwards = datesOf({ ...given, sentences: given.sentences.toReversed() });
      must((dates === null) === (backwards === null), 'one order is refused');
      if (!dates || !backwards) return false;
      must(dates.earliest <= dates.latest, 'after the latest');
      must(dates.latest === backwards.latest && dates.earliest === backwards.earliest, 'order matters');
      const { steps, ...said } = dates;
      must(sorted(addUp(steps)) === sorted(said), 'the steps add up to something else');
      return true;
    });
  });

  it('more forfeiture is never earlier, and refused exactly when it is more than the remission', () => {
    always(fc.tuple(anyCase, fc.nat({ max: 300 }), fc.nat({ max: 2 })), ([given, less, near]) => {
      const allowed = datesOf({ ...given, forfeitedDays: 0 });
      if (!allowed) return false;
      // Often at the limit itself, one above it, and one below.
      const more = near === 0 ? less + 20 : allowed.remission + near - 1;
      const worse = releaseDates({ ...given, forfeitedDays: more });
      must(worse.ok === more <= allowed.remission, `${more} forfeited of ${allowed.remission}`);
      must(worse.ok || worse.refusal === 'forfeiture-beyond-remission', 'another refusal');
      if (!worse.ok) return true;
      const better = datesOf({ ...given, forfeitedDays: Math.min(less, more) });
      must(better !== null && better.earliest <= worse.dates.earliest, 'more forfeited, and earlier');
      must(better.latest === worse.dates.latest, 'forfeiture moved the latest date');
      return true;
    });
  });
});

describe('in one chain', () => {
  it('nobody leaves before a month is served unless the term is shorter; terms, custody and fines make its end', () => {
    always(anyChain, given => {
      const result = releaseDates(given);
      must(result.ok || result.refusal === 'forfeiture-beyond-remission', 'another refusal');
      if (!result.ok) return false;
      const { earliest, latest, steps } = result.dates;
      const served = monthServed(given);
      must(earliest >= served || earliest === latest, `a month is served on ${served}`);
      must(chainEnd(steps, given.convention) === steps.find(step => step.key === 'total')?.to, 'its end');
      return true;
    });
  });

  it('a longer term is never earlier', () => {
    always(anyLengthening, ([given, longer]) => {
      const dates = datesOf(given);
      if (!dates) return false;
      const after = datesOf(longer);
      must(after !== null, 'the longer one is refused');
      must(after.earliest >= dates.earliest && after.latest >= dates.latest, 'earlier');
      return true;
    });
  });
});
