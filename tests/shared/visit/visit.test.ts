import { describe, expect, it } from 'vitest';
import { visitLines } from '../../../shared/visit/lines.ts';
import { afterLetters, afterSubmissions, type Loss } from '../../../shared/visit/losses.ts';
import { silentMinutes } from '../../../shared/visit/silence.ts';
import { aLoss, emptyVisit } from '../../helpers/visit.ts';

const loss = (more: Partial<Loss>): Loss => {
  const { after, ...row } = aLoss('101/26', '2026-03-20');
  return { ...row, prisonerId: 'p', imported: false, ...more };
};
const written = [
  { prisonerId: 'p', number: 4, on: '2026-03-01' },
  { prisonerId: 'p', number: 5, on: '2026-03-10' },
  { prisonerId: 'q', number: 6, on: '2026-03-19' },
];

describe('a loss after a submission', () => {
  it.each([
    ['ten days later', {}, 5],
    ['on the same day', { on: '2026-03-10', enteredOn: '2026-03-10' }, 5],
    ['on the sixtieth day', { on: '2026-05-09', enteredOn: '2026-05-09' }, 5],
    ['on the day after', { on: '2026-05-10', enteredOn: '2026-05-10' }, null],
    ['dated back to before it', { on: '2026-02-01', enteredOn: '2026-03-11' }, 5],
    ['before it', { on: '2026-02-01', enteredOn: '2026-02-02' }, null],
    [
      'of old records that were imported',
      { on: '2025-02-01', enteredOn: '2026-03-11', imported: true },
      null,
    ],
    ['of somebody else', { prisonerId: 'r' }, null],
  ] as const)('%s', (_, more, number) => {
    const [row] = afterSubmissions([loss(more)], written);
    expect(row?.after?.number ?? null).toBe(number);
    expect(row).not.toHaveProperty('prisonerId');
  });

  it('of a letter is found by its writer’s number alone', () => {
    const losses = [aLoss('101/26', '2026-03-20'), aLoss('102/26', '2026-03-20')];
    const letters = [
      { number: '101/26', writtenOn: '2026-03-02' },
      { number: null, writtenOn: '2026-03-02' },
    ];
    expect(afterLetters(losses, letters)).toMatchObject([{ number: '101/26', after: { on: '2026-03-02' } }]);
  });
});

describe('a kiosk’s silence', () => {
  const hour = 60 * 60_000;
  const off = (from: number, until: number) => ({ from: from * hour, until: until * hour });
  it.each([
    [
      'alone',
      [[off(1, 3)], []],
      [
        [120, 120],
        [0, 0],
      ],
    ],
    [
      'with all others',
      [[off(1, 3)], [off(1, 3)]],
      [
        [120, 0],
        [120, 0],
      ],
    ],
    [
      'longer than the others',
      [[off(1, 5)], [off(2, 3)]],
      [
        [240, 180],
        [60, 0],
      ],
    ],
    [
      'with some others',
      [[off(1, 3)], [off(1, 3)], []],
      [
        [120, 120],
        [120, 120],
        [0, 0],
      ],
    ],
    ['with no neighbour to compare', [[off(1, 3)]], [[120, 0]]],
  ] as const)('%s', (_, silences, expected) => {
    expect(silentMinutes(silences).map(({ silent, alone }) => [silent, alone])).toEqual(expected);
  });
});

it('the lines at the head are ten at most, the gravest first, and only of what there is', () => {
  expect(visitLines(emptyVisit())).toEqual([]);
  const after = { number: 5, on: '2026-03-10' };
  const log = { ...emptyVisit().log, hold: 'behind' as const };
  const losses = [{ ...aLoss('101/26', '2026-03-20'), after }, aLoss('102/26', '2026-03-20')];
  const pack = emptyVisit({ log, losses, silentWings: ['A'] });
  expect(visitLines(pack)).toEqual([
    { key: 'log', count: 1 },
    { key: 'losses', count: 1 },
    { key: 'silent-wings', count: 1 },
  ]);
});
