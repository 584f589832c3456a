import { describe, expect, it } from 'vitest';
import { type Told, timelineOf } from '../../../../kiosk/screens/submission/timeline.ts';
import { states } from '../../../../shared/submission/life.ts';

const reply: Told['replies'][number] = {
  outcome: 'done',
  on: '2026-11-20',
  next: null,
  text: 'Done.',
  language: 'en',
  sentOn: '2026-11-20',
  office: 'officer-in-charge',
};
const told: Told = {
  state: 'triage',
  owner: 'officer-in-charge',
  unit: null,
  since: '2026-11-18',
  dueOn: '2026-11-27',
  receivedOn: '2026-11-17',
  replies: [],
  risen: [],
};
const short = (value: Told) => timelineOf(value).map(({ what, stage }) => `${what.is} ${stage}`);

describe('the way of a submission', () => {
  it.each([
    [
      'not in any list before six: no officer has it, and nobody says that one does',
      { ...told, listed: false },
      ['received done', 'not-listed now', 'waiting to-come'],
    ],
    ['with somebody', told, ['received done', 'with now', 'waiting to-come']],
    [
      'brought up because nobody answered, then answered, and not settled',
      {
        ...told,
        replies: [reply],
        risen: [
          { to: 'officer-in-charge', on: '2026-11-18' },
          { to: 'headquarters', on: '2026-11-20' },
          { to: 'visiting-justices', on: '2026-11-30' },
        ],
      },
      [
        ...['received done', 'risen done', 'risen done', 'answered done', 'not-settled done'],
        ...['risen done', 'with now', 'waiting to-come'],
      ],
    ],
    ['answered', { ...told, state: 'answered', replies: [reply] }, ['received done', 'answered now']],
    [
      'reopened',
      { ...told, state: 'triage', replies: [reply] },
      ['received done', 'answered done', 'not-settled done', 'with now', 'waiting to-come'],
    ],
    [
      'settled',
      { ...told, state: 'settled', replies: [reply] },
      ['received done', 'answered done', 'settled now'],
    ],
    [
      'closed without his word: said as exactly that',
      { ...told, state: 'closed', replies: [reply] },
      ['received done', 'answered done', 'closed now'],
    ],
  ] as const)('%s', (_name, value, moments) => {
    expect(short({ ...value, replies: [...value.replies], risen: [...value.risen] })).toEqual(moments);
  });

  it('says who has it since when, and by when an answer is due', () => {
    expect(timelineOf({ ...told, state: 'routed', unit: 'kitchen' }).slice(1)).toEqual([
      { what: { is: 'with', state: 'routed', unit: 'kitchen' }, day: '2026-11-18', stage: 'now' },
      { what: { is: 'waiting' }, day: '2026-11-27', stage: 'to-come' },
    ]);
  });

  it.each(states)('%s: exactly one moment is now', state => {
    for (const replies of [[], [reply]]) {
      const now = timelineOf({ ...told, state, replies }).filter(moment => moment.stage === 'now');
      expect(now).toHaveLength(1);
    }
  });
});
