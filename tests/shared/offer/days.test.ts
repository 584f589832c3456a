import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  believedTime,
  daysFrom,
  daysWithout,
  type Held,
  isHeldOn,
  type Offered,
  sectionDay,
} from '../../../shared/offer/days.ts';
import { isAnswered, notAskedReasons, offerAnswers } from '../../../shared/offer/kinds.ts';

const otieno: Held = {
  prisonerId: 'otieno',
  section: 'punishment-cells',
  fromOn: '2026-02-26',
  untilOn: null,
};
const offer = (madeOn: string, more: Partial<Offered> = {}): Offered => ({
  prisonerId: 'otieno',
  section: 'punishment-cells',
  madeOn,
  answer: 'used',
  ...more,
});
const all = '2026-01-01';

describe('days without an offer', () => {
  it.each<[name: string, held: Partial<Held>, offers: readonly Offered[], since: string, days: string[]]>([
    ['are all full days since he came, where nobody came', {}, [], all, daysFrom('2026-02-26', '2026-03-01')],
    [
      'are not those with an offer, wherever it was made and whatever he said',
      {},
      [
        offer('2026-02-27', { section: 'infirmary' }),
        offer('2026-02-28', { answer: 'not-wanted' }),
        offer('2026-03-01', { answer: 'not-asked' }),
      ],
      all,
      ['2026-02-26'],
    ],
    [
      'are not answered by an offer to somebody else',
      {},
      [offer('2026-02-26', { prisonerId: 'barasa' })],
      all,
      daysFrom('2026-02-26', '2026-03-01'),
    ],
    [
      'end with the day on which he came out',
      { untilOn: '2026-02-27' },
      [],
      all,
      ['2026-02-26', '2026-02-27'],
    ],
    ['are none on the day that goes on', { fromOn: '2026-03-02' }, [], all, []],
    ['are looked for from a day on', {}, [], '2026-03-01', ['2026-03-01']],
  ])('%s', (_, held, offers, since, days) => {
    expect(daysWithout({ ...otieno, ...held }, offers, '2026-03-02', since)).toEqual(days);
  });

  const day = fc
    .integer({ min: 0, max: 60 })
    .map(n => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString());
  it('and days with one are all full days of his time there, and no day is both', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.array(day), day, (fromOn, untilOn, offered, today) => {
        const held = { ...otieno, fromOn, untilOn };
        const without = daysWithout(
          held,
          offered.map(on => offer(on)),
          today,
          all,
        );
        const full = daysFrom(fromOn, today).filter(on => on < today && isHeldOn(held, on));
        const made = new Set(offered);
        expect(without).toEqual(full.filter(on => !made.has(on)));
      }),
    );
  });
});

it('a section’s day counts people once and answers as often as they were given', () => {
  const wanjiru = { ...otieno, prisonerId: 'wanjiru', section: 'infirmary' as const };
  const offers = [
    offer('2026-03-01'),
    offer('2026-03-01', { answer: 'not-wanted' }),
    offer('2026-03-01', { prisonerId: null, answer: 'not-asked' }),
    offer('2026-03-01', { prisonerId: 'wanjiru', section: 'infirmary' }),
    offer('2026-02-28'),
  ];
  expect(sectionDay('punishment-cells', '2026-03-01', [otieno, wanjiru], offers)).toEqual({
    section: 'punishment-cells',
    held: 1,
    reached: 1,
    used: 1,
    notWanted: 1,
    notAsked: 1,
  });
});

describe('the time of an offer', () => {
  const [enrolled, received] = ['2026-02-01T08:00:00.000Z', '2026-03-01T08:00:00.000Z'];
  it.each([
    ['is the kiosk’s', '2026-02-20T10:30:00.000Z', '2026-02-20T10:30:00.000Z'],
    ['is never before the kiosk was there', '1970-01-01T00:00:00.000Z', enrolled],
    ['is never after it came in', '2031-01-01T00:00:00.000Z', received],
  ])('%s', (_, claimed, believed) => {
    expect(believedTime(claimed, enrolled, received)).toBe(believed);
  });
});

it('only who could not be asked has a reason, and always', () => {
  for (const answer of offerAnswers)
    for (const reason of [null, ...notAskedReasons])
      expect(isAnswered(answer, reason), `${answer} ${reason}`).toBe(
        answer === 'not-asked' ? reason !== null : reason === null,
      );
});
