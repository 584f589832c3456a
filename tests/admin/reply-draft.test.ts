import { expect, test } from 'vitest';
import {
  answerBody,
  emptyReply,
  emptyTogether,
  missingFromDraft,
  missingTogether,
  type ReplyDraft,
  type TogetherDraft,
  togetherBody,
} from '../../admin/store/reply-draft.ts';

const today = '2026-11-21';
const days = { receivedOn: '2026-11-03', today };
const draft = (changed: Partial<ReplyDraft>): ReplyDraft => ({ ...emptyReply, text: 'Words.', ...changed });

test.each<[string, ReplyDraft, string[]]>([
  ['an outcome comes before everything', draft({}), ['outcome']],
  ['done needs its day', draft({ outcome: 'done' }), ['on']],
  ['done today says enough', draft({ outcome: 'done', on: today }), []],
  ['nothing is done tomorrow', draft({ outcome: 'done', on: '2026-11-22' }), ['on-not-yet']],
  [
    'nothing was done before it was asked for',
    draft({ outcome: 'done', on: '2026-11-02' }),
    ['on-before-received'],
  ],
  ['what was done on the day it came may be said', draft({ outcome: 'done', on: '2026-11-03' }), []],
  ['nothing is promised for ever', draft({ outcome: 'will-be-done', on: '2027-03-22' }), ['on-too-far']],
  ['the longest promise is one', draft({ outcome: 'will-be-done', on: '2027-03-21' }), []],
  ['will be done needs its day', draft({ outcome: 'will-be-done' }), ['on']],
  ['nothing will be done yesterday', draft({ outcome: 'will-be-done', on: '2026-11-20' }), ['on-over']],
  ['will be done today says enough', draft({ outcome: 'will-be-done', on: today }), []],
  ['not done needs where to go next', draft({ outcome: 'not-done', next: '  ' }), ['next']],
  ['passed on needs to whom', draft({ outcome: 'passed-on' }), ['next']],
  ['every answer needs words', draft({ outcome: 'passed-on', next: 'x', text: ' ' }), ['text']],
])('%s', (_, given, missing) => {
  expect(missingFromDraft(given, days)).toEqual(missing);
});

test('a body has the field that its outcome needs and not the other; a draft that lacks something has none', () => {
  const given = draft({ outcome: 'not-done', on: today, next: ' The justice ', text: ' No. ' });
  expect(answerBody(given, 4, days)).toEqual({
    version: 4,
    outcome: 'not-done',
    on: null,
    next: 'The justice',
    text: 'No.',
  });
  expect(answerBody(draft({ outcome: 'done', on: today, next: 'x' }), 0, days)?.next).toBeNull();
  expect(answerBody(draft({ outcome: 'done' }), 0, days)).toBeNull();
});

const sw = 'Maharagwe yanapikwa tena.';
const together = (changed: Partial<TogetherDraft>): TogetherDraft => ({
  ...emptyTogether,
  outcome: 'passed-on',
  next: 'the kitchen',
  ...changed,
});

test('one answer to several says where words are missing, and needs them in each language that is read', () => {
  expect(missingTogether(together({ texts: { sw } }), ['en', 'sw'], days)).toEqual({
    fields: ['text'],
    languages: ['en'],
  });
  expect(missingTogether(together({ next: '' }), [], days)).toEqual({ fields: ['next'], languages: [] });
  const cases = [{ number: 7, version: 2, kind: 'food' }];
  expect(togetherBody(together({ texts: { sw: ' ' } }), cases, ['sw'], days)).toBeNull();
  expect(togetherBody(together({ texts: { sw, en: 'Not asked for.' } }), cases, ['sw'], days)).toEqual({
    cases: [{ number: 7, version: 2 }],
    outcome: 'passed-on',
    on: null,
    next: 'the kitchen',
    texts: [{ language: 'sw', text: sw }],
  });
});
