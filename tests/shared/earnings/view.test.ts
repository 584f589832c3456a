import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOn } from '../../../shared/earnings/balance.ts';
import type { EarningsRow } from '../../../shared/earnings/entry.ts';
import { earningsView, monthSum, statementOf } from '../../../shared/earnings/view.ts';
import type { RuleEntry } from '../../../shared/rulebook/value.ts';

let position = 0;
const row = (more: Partial<EarningsRow>): EarningsRow => {
  position += 1;
  const base = { kind: 'work', onDay: '2026-03-02', grade: 'a', days: 1, rateCents: 20, amountCents: 20 };
  return {
    id: `line-${position}`,
    position,
    reason: 'Work',
    reverses: null,
    ...base,
    ...more,
  } as EarningsRow;
};
const work = (onDay: string, grade: 'a' | 'b' | 'c' = 'a', rateCents = 20) =>
  row({ onDay, grade, rateCents, amountCents: rateCents });
const canteen = (onDay: string, cents: number) =>
  row({ kind: 'canteen', onDay, grade: null, days: 0, rateCents: null, amountCents: -cents });
const back = (of: EarningsRow, onDay: string) =>
  row({
    ...of,
    id: `back-${of.id}`,
    kind: 'reversal',
    onDay,
    days: 0 - of.days,
    amountCents: 0 - of.amountCents,
    reverses: of.id,
  });
const days = (month: string, count: number, grade: 'a' | 'b' | 'c' = 'a', rate = 20) =>
  Array.from({ length: count }, (_, at) => work(`${month}-${String(at + 1).padStart(2, '0')}`, grade, rate));
const share = (value: string, validFrom: string): RuleEntry => ({
  key: 'earnings-spendable',
  kind: 'change',
  value,
  source: 'Circular',
  confirmed: true,
  paper: 'C 1',
  validFrom,
  decidedAt: `${validFrom}T06:00:00Z`,
});

describe('earnings', () => {
  it('are days times the rate of the day, two thirds to spend and the rest for release', () => {
    // 22 days of grade A are 440 cents; two thirds are 293.3, so 293 may be spent and 147 are kept.
    const rows = days('2026-03', 22);
    expect(balanceOn(rows, [], '2026-03-31')).toEqual({ credited: 440, spendable: 293, saved: 147 });
    expect(monthSum(rows, '2026-03').work).toEqual([{ grade: 'a', rateCents: 20, days: 22, cents: 440 }]);
  });

  it('are the same however the days are cut up: a cent is rounded once', () => {
    // A single day of grade A: two thirds of 20 are 13.3. Three days are 60, and 40 may be spent, not 39.
    expect(balanceOn(days('2026-03', 1), [], '2026-03-31').spendable).toBe(13);
    expect(balanceOn(days('2026-03', 3), [], '2026-03-31').spendable).toBe(40);
  });

  it('count each day at its own rate and share', () => {
    const rows = [...days('2026-03', 3), ...days('2026-04', 3, 'a', 40)];
    const rules = [share('1/2', '2026-04-01')];
    // 60 at two thirds and 120 at one half.
    expect(balanceOn(rows, rules, '2026-04-30')).toEqual({ credited: 180, spendable: 100, saved: 80 });
    // What was there on the last of March stays what it was.
    expect(balanceOn(rows, rules, '2026-03-31')).toEqual({ credited: 60, spendable: 40, saved: 20 });
  });

  it('lose what is spent out of what may be spent alone', () => {
    const rows = [...days('2026-03', 30), canteen('2026-03-30', 150)];
    expect(balanceOn(rows, [], '2026-03-31')).toEqual({ credited: 600, spendable: 250, saved: 200 });
  });

  it('are paid out whole on release, the savings first', () => {
    const paid = row({ kind: 'paid-on-release', grade: null, days: 0, rateCents: null, amountCents: -500 });
    const rows = [...days('2026-03', 30), { ...paid, onDay: '2026-03-31' }];
    expect(balanceOn(rows, [], '2026-03-31')).toEqual({ credited: 600, spendable: 100, saved: 0 });
  });

  it('take back within a month what was wrong as if it had never been', () => {
    const rows = days('2026-03', 5);
    const last = rows[4] as EarningsRow;
    const with_ = [...rows, back(last, '2026-03-09')];
    expect(monthSum(with_, '2026-03')).toMatchObject({
      work: [{ grade: 'a', rateCents: 20, days: 4, cents: 80 }],
      correctedCents: 0,
      creditedCents: 80,
    });
    expect(balanceOn(with_, [], '2026-03-31').credited).toBe(80);
  });

  it('take back in a later month without changing the statement of the earlier one', () => {
    const rows = days('2026-03', 5);
    const before = statementOf({ rows, rules: [] }, '2026-03');
    const all = [...rows, back(rows[4] as EarningsRow, '2026-04-02')];
    const march = statementOf({ rows: all, rules: [] }, '2026-03');
    expect(march.after).toEqual(before.after);
    expect(march.lines[4]?.reversed).toBe(true);
    const april = statementOf({ rows: all, rules: [] }, '2026-04');
    expect(april).toMatchObject({
      before: { credited: 100, spendable: 66, saved: 34 },
      after: { credited: 80, spendable: 53, saved: 27 },
      month: { work: [], correctedCents: -20, creditedCents: -20 },
    });
  });

  it('are shown as months, the newest last, and as the last lines', () => {
    const rows = [...days('2026-01', 20), ...days('2026-03', 4, 'b', 15), canteen('2026-03-03', 90)];
    const view = earningsView({ rows, rules: [], today: '2026-03-05' });
    expect(view.months.map(({ month, creditedCents }) => [month, creditedCents])).toEqual([
      ['2025-10', 0],
      ['2025-11', 0],
      ['2025-12', 0],
      ['2026-01', 400],
      ['2026-02', 0],
      ['2026-03', 60],
    ]);
    expect(view.month).toMatchObject({ creditedCents: 60, spentCents: 90 });
    // 460 cents credited: 306 may be spent, 90 of them are.
    expect(view.balance).toEqual({ credited: 460, spendable: 216, saved: 154 });
    expect(view.lines).toHaveLength(15);
    expect(view.lines[0]?.onDay).toBe('2026-03-04');
  });

  it('always add up: spendable and saved are all that is left, and no more than the share was ever spendable', () => {
    const line = fc.record({
      month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
      rate: fc.integer({ min: 1, max: 99 }),
      spend: fc.integer({ min: 0, max: 60 }),
      undo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), lines => {
        const rows = lines.flatMap(({ month, rate, spend, undo }) => {
          const done = work(`${month}-05`, 'c', rate);
          const spent = spend > 0 ? [canteen(`${month}-06`, spend)] : [];
          return [done, ...spent, ...(undo ? [back(done, `${month}-07`)] : [])];
        });
        const { credited, spendable, saved } = balanceOn(rows, [], '2026-12-31');
        expect(spendable + saved).toBe(rows.reduce((total, { amountCents }) => total + amountCents, 0));
        expect(3 * (credited - saved)).toBeLessThanOrEqual(2 * credited);
      }),
      { numRuns: 2_000 },
    );
  });
});
