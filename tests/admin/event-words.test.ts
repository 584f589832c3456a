import { expect, test } from 'vitest';
import { eventWords, noteOf } from '../../admin/screens/submission/event-words.ts';
import type { CasePage } from '../../admin/store/submission.ts';
import { actions } from '../../shared/submission/life.ts';

type Event = CasePage['history'][number];
const event = (action: string, detail: Event['detail'] = {}): Event => ({
  at: '2026-11-21T10:00:00.000Z',
  action,
  by: 'system',
  from: null,
  to: null,
  detail,
});

test.each(actions.filter(action => action !== 'route'))('%s has words of its own', action => {
  expect(eventWords(event(action))).not.toBe(action);
});

test.each([
  ['to a unit', event('route', { unit: 'kitchen', personNeeded: false }), 'Given to: Kitchen'],
  [
    'to a unit that needs the person',
    event('route', { unit: 'stores', personNeeded: true }),
    'Given to: Stores, with the name, because the answer needs the person',
  ],
  ['nobody named', event('pass', { named: 0 }), 'Read first: nobody is named. Passed on'],
  ['two named', event('pass', { named: 2 }), 'Read first: 2 people are named. Passed on'],
  ['an answer', event('answer', { outcome: 'not-done' }), 'An answer was written: Not done'],
  ['something that a later version does', event('weighed'), 'weighed'],
])('%s', (_, given, words) => {
  expect(eventWords(given)).toBe(words);
});

test('a note is shown in the words it was written in', () => {
  expect(noteOf(event('note', { note: 'Look at ward 3.' }))).toBe('Look at ward 3.');
  expect(noteOf(event('note', { note: '' }))).toBeNull();
  expect(noteOf(event('route', { unit: 'kitchen' }))).toBeNull();
});
