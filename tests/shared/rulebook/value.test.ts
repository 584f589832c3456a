import { describe, expect, it } from 'vitest';
import { mayDecideRule } from '../../../shared/rulebook/change.ts';
import { definitionOf, ruleKeys } from '../../../shared/rulebook/definitions.ts';
import {
  fitsUnit,
  knownAt,
  type RuleEntry,
  ruleOn,
  shareOf,
  withinBounds,
} from '../../../shared/rulebook/value.ts';

const rate = (more: Partial<RuleEntry>): RuleEntry => ({
  key: 'earnings-rate-a',
  kind: 'change',
  value: 50,
  source: 'Legal Notice 1 of 2026',
  confirmed: true,
  paper: 'LN 1/26',
  validFrom: '2026-04-01',
  decidedAt: '2026-03-10T08:00:00.000Z',
  ...more,
});

describe('the rulebook', () => {
  it('begins with the first values, each of the form of its unit', () => {
    for (const key of ruleKeys) {
      const { unit, value, mark } = definitionOf(key);
      expect(fitsUnit(unit, value), key).toBe(true);
      // What nobody knows is never law.
      if (value === null) expect(mark, key).toBe('U');
    }
  });

  it('says only what stands in the law or was found in decisions as law', () => {
    expect(ruleOn([], 'remission-share', '2026-03-02')).toMatchObject({ value: '1/3', confirmed: true });
    expect(ruleOn([], 'counting-convention', '2026-03-02').confirmed).toBe(false);
    expect(ruleOn([], 'stage-length-first', '2026-03-02')).toMatchObject({ value: null, confirmed: false });
  });

  it('counts a change from its day on, and the old value before it', () => {
    const entries = [rate({})];
    expect(ruleOn(entries, 'earnings-rate-a', '2026-03-31').value).toBe(20);
    expect(ruleOn(entries, 'earnings-rate-a', '2026-04-01').value).toBe(50);
  });

  it('says again what it said then, whatever was decided since about the same day', () => {
    const entries = [rate({}), rate({ value: 60, decidedAt: '2026-05-02T08:00:00.000Z' })];
    expect(ruleOn(entries, 'earnings-rate-a', '2026-04-15').value).toBe(60);
    const said = (at: string) => ruleOn(knownAt(entries, at), 'earnings-rate-a', '2026-04-15').value;
    expect(said('2026-04-15T12:00:00.000Z')).toBe(50);
    expect(said('2026-03-01T12:00:00.000Z')).toBe(20);
  });

  it('lets a confirmation speak for the value that it confirmed and no other', () => {
    const unconfirmed = rate({ confirmed: false, paper: null });
    const paper = rate({ kind: 'confirmation', paper: 'CGP/7', validFrom: '2026-04-03' });
    expect(ruleOn([unconfirmed], 'earnings-rate-a', '2026-04-05').confirmed).toBe(false);
    expect(ruleOn([unconfirmed, paper], 'earnings-rate-a', '2026-04-05')).toMatchObject({
      confirmed: true,
      paper: 'CGP/7',
    });
    expect(ruleOn([unconfirmed, paper], 'earnings-rate-a', '2026-04-02').confirmed).toBe(false);
    const later = rate({ value: 70, confirmed: false, paper: null, validFrom: '2026-06-01' });
    expect(ruleOn([unconfirmed, paper, later], 'earnings-rate-a', '2026-06-02').confirmed).toBe(false);
  });

  it.each([
    ['fraction', '2/3', true],
    ['fraction', '3/2', false],
    ['fraction', '1/0', false],
    ['fraction', 0.5, false],
    ['convention', 'calendar', true],
    ['convention', 'lunar', false],
    ['cents-per-day', 20, true],
    ['cents-per-day', 20.5, false],
    ['cents-per-day', -1, false],
    ['privileges', ['letters:2:month', 'sport'], true],
    ['privileges', ['letters:0:month'], false],
    ['privileges', ['gold'], false],
    ['texts', { en: ['One blanket'], sw: ['Blanketi moja'] }, true],
    ['texts', { en: ['One blanket', 'One mattress'], sw: ['Blanketi moja'] }, false],
    ['texts', { en: [], sw: [] }, false],
    ['texts', { en: [' One blanket'], sw: ['Blanketi moja'] }, false],
    ['texts', { en: ['a'.repeat(121)], sw: ['Blanketi moja'] }, false],
    ['texts', ['One blanket'], false],
    ['privileges', { en: ['letters'], sw: ['letters'] }, false],
    ['months', null, true],
  ] as const)('%s %j fits: %s', (unit, value, fits) => {
    expect(fitsUnit(unit, value)).toBe(fits);
  });

  it('holds a prison to the bounds of headquarters on that day', () => {
    const wider = rate({ key: 'answer-within-at-most', value: 21, validFrom: '2026-06-01' });
    expect(withinBounds([wider], 'answer-within', 14, '2026-05-01')).toBe(true);
    expect(withinBounds([wider], 'answer-within', 15, '2026-05-01')).toBe(false);
    expect(withinBounds([wider], 'answer-within', 21, '2026-06-01')).toBe(true);
    expect(withinBounds([], 'reopenings-allowed', 0, '2026-05-01')).toBe(false);
  });

  it('lets no value go round a bound by beginning before it', () => {
    const tighter = rate({ key: 'answer-within-at-most', value: 5, validFrom: '2026-06-01' });
    expect(withinBounds([tighter], 'answer-within', 14, '2026-05-31')).toBe(false);
    expect(withinBounds([tighter], 'answer-within', 5, '2026-05-31')).toBe(true);
  });

  it('counts what was decided after a confirmation, even on the same day', () => {
    const told = rate({
      kind: 'confirmation',
      validFrom: '2026-04-02',
      decidedAt: '2026-04-02T08:00:00.000Z',
    });
    const taken = rate({ confirmed: false, validFrom: '2026-04-02', decidedAt: '2026-04-02T09:00:00.000Z' });
    const before = rate({ confirmed: false });
    expect(ruleOn([before, told], 'earnings-rate-a', '2026-04-02').confirmed).toBe(true);
    expect(ruleOn([before, told, taken], 'earnings-rate-a', '2026-04-02').confirmed).toBe(false);
  });

  it('reads shares as whole numbers', () => {
    expect(shareOf('2/3')).toEqual([2, 3]);
    expect(shareOf(null)).toEqual([0, 1]);
  });
});

describe('the second of two people', () => {
  const person = (
    id: string,
    role: 'commissioner' | 'officer-in-charge' | 'deputy',
    superiors: string[] = [],
  ) => ({
    id,
    role,
    superiors,
  });
  const head = person('head', 'officer-in-charge');
  const deputy = person('deputy', 'deputy', ['head']);
  it('is another, never under the first, and headquarters for what is national', () => {
    const clerk = { id: 'clerk', role: 'documentation-office' as const };
    expect(mayDecideRule(head, clerk, 'prison')).toBe(true);
    expect(mayDecideRule(head, head, 'prison')).toBe(false);
    expect(mayDecideRule(deputy, head, 'prison')).toBe(false);
    expect(mayDecideRule(deputy, clerk, 'prison')).toBe(false);
    expect(mayDecideRule({ ...deputy, superiors: [] }, head, 'prison')).toBe(true);
    expect(mayDecideRule(head, person('one', 'commissioner'), 'national')).toBe(false);
    expect(mayDecideRule(person('two', 'commissioner'), person('one', 'commissioner'), 'national')).toBe(
      true,
    );
    expect(
      mayDecideRule(person('two', 'commissioner', ['one']), person('one', 'commissioner'), 'national'),
    ).toBe(false);
  });
});
