import { describe, expect, it } from 'vitest';
import {
  faultOf,
  type KindRules,
  type KindVersion,
  kindAt,
  kindDefaults,
  kindNow,
} from '../../../shared/submission/kind-rules.ts';
import {
  firstKinds,
  furtherKinds,
  type Kind,
  kindNames,
  kinds,
  pleaKinds,
  requestKinds,
} from '../../../shared/submission/kinds.ts';

const food = kindDefaults.food;
const ladder = (head: number, headquarters: number, justices: number): KindRules['ladder'] => ({
  'officer-in-charge': head,
  headquarters,
  'visiting-justices': justices,
});

describe('the rules of a kind', () => {
  it.each(kindNames)('%s: those that it comes with are right', kind => {
    expect(faultOf(kind, kindDefaults[kind], 14)).toBeNull();
  });

  it.each<[string, Partial<KindRules>, ReturnType<typeof faultOf>]>([
    ['fewer pictures, in another order', { problems: ['water', 'spoiled', 'other'] }, null],
    ['no picture', { problems: [] }, 'problems'],
    ['a picture of another kind', { problems: ['mattress', 'other'] }, 'problems'],
    ['a picture twice', { problems: ['water', 'water', 'other'] }, 'problems'],
    ['without *not here*', { problems: ['water'] }, 'problems'],
    ['*not here* before others', { problems: ['other', 'water'] }, 'problems'],
    ['a question twice', { questions: ['when', 'when'] }, 'questions'],
    ['the longest time', { days: 14 }, null],
    ['longer than headquarters allows', { days: 15 }, 'days'],
    ['no day at all', { days: 0 }, 'days'],
    ['half a day', { days: 1.5 }, 'days'],
    ['a slow ladder', { ladder: ladder(10, 20, 30) }, null],
    ['two rungs on one day', { ladder: ladder(1, 1, 5) }, 'ladder'],
    ['headquarters before the officer in charge', { ladder: ladder(3, 1, 5) }, 'ladder'],
    ['at once', { ladder: ladder(0, 1, 2) }, 'ladder'],
    ['a last rung too far', { ladder: ladder(1, 3, 31) }, 'ladder'],
    ['not offered', { offered: false }, 'protected'],
    ['no words', { words: false }, 'protected'],
    ['only with a name', { nameless: false }, 'protected'],
  ])('%s', (_name, change, fault) => {
    expect(faultOf('food', { ...food, ...change }, 14)).toBe(fault);
  });
});

it('keeps health in the infirmary, and offers what an officer did whatever anybody decides', () => {
  const change = (kind: Kind, more: Partial<KindRules>) =>
    faultOf(kind, { ...kindDefaults[kind], ...more }, 14);
  expect(change('health', { unit: 'welfare' })).toBe('protected');
  expect(change('doctor', { unit: 'security' })).toBe('protected');
  expect(change('officer', { offered: false })).toBe('protected');
  expect(change('officer', { nameless: false })).toBe('protected');
  expect(change('property', { offered: false })).toBeNull();
});

it('offers every kind on some screen of the kiosk, at most eight pictures on each', () => {
  const offered: readonly Kind[] = [...firstKinds, ...furtherKinds, ...requestKinds, ...pleaKinds];
  expect(offered.toSorted()).toEqual(kindNames.filter(kind => kind !== 'record').toSorted());
  expect(firstKinds.length + 2).toBeLessThanOrEqual(8);
  for (const kinds of [furtherKinds, requestKinds]) expect(kinds.length).toBeLessThanOrEqual(8);
});

describe('versions', () => {
  const made = (version: number, days: number): KindVersion => ({
    kind: 'food',
    version,
    rules: { ...food, days },
  });
  const versions = [made(1, 3), made(2, 5)];

  it('count by the highest, or by what came with the program', () => {
    expect(kindNow(versions, 'food').rules.days).toBe(5);
    expect(kindNow(versions, 'bedding')).toEqual({
      kind: 'bedding',
      version: 0,
      rules: kindDefaults.bedding,
    });
    expect(kindNow(undefined, 'food').version).toBe(0);
  });

  it('show an item by the one that it was made under', () => {
    expect([0, 1, 2].map(version => kindAt(versions, 'food', version).rules.days)).toEqual([null, 3, 5]);
  });

  it('refuse no item whose version was lost', () => {
    expect(kindAt(versions, 'food', 9).rules.days).toBe(5);
  });
});

/** Kiosks hold items of every build that ever ran: what once was a problem of a kind is one for ever. */
it('never loses a problem that a kiosk may have sent', () => {
  expect(kinds).toMatchObject({
    food: expect.arrayContaining(['too-little', 'spoiled', 'not-served', 'dirty', 'diet', 'water', 'other']),
    clothing: expect.arrayContaining(['none', 'torn', 'size', 'not-exchanged', 'sandals', 'taken', 'other']),
    bedding: expect.arrayContaining(['mattress', 'blanket', 'shared', 'wet', 'lice', 'taken', 'other']),
    necessaries: expect.arrayContaining([
      ...['soap', 'water', 'toilet', 'toothbrush', 'towels', 'baby', 'cup', 'other'],
    ]),
    record: expect.arrayContaining([
      ...['release-date', 'forfeiture', 'stage', 'earnings', 'court-day', 'punishment'],
    ]),
    health: expect.arrayContaining(['not-seen', 'medicine', 'hospital', 'told-others', 'other']),
    officer: expect.arrayContaining(['beaten', 'threatened', 'insulted', 'money', 'other']),
    prisoner: expect.arrayContaining(['beaten', 'threatened', 'taken', 'touched', 'other']),
    search: expect.arrayContaining(['undressed', 'rough', 'damaged', 'taken', 'other']),
    property: expect.arrayContaining(['not-returned', 'lost', 'damaged', 'other']),
    work: expect.arrayContaining(['none', 'unfit', 'danger', 'not-credited', 'other']),
    visits: expect.arrayContaining(['refused', 'letter-held', 'letter-opened', 'advocate', 'other']),
    head: ['ask'],
    doctor: ['ask'],
    chaplain: ['ask'],
    welfare: ['ask'],
    'sick-visit': ['ask'],
    'near-home': ['ask'],
    review: expect.arrayContaining(['review', 'parole', 'other']),
    exercise: ['ask'],
    'prison-life': ['ask'],
    mercy: ['ask'],
    'court-case': ['ask'],
  });
});
