import { describe, expect, it } from 'vitest';
import { missingFromReply, type OutcomeDetail } from '../../../shared/submission/reply.ts';

const whole: OutcomeDetail = {
  outcome: 'done',
  on: '2026-03-02',
  next: 'the stores',
  text: 'You have a blanket now.',
};

describe('an answer', () => {
  it.each([
    ['done, without a day', { ...whole, on: null }, ['on']],
    ['will be done, without a day', { ...whole, outcome: 'will-be-done', on: null }, ['on']],
    ['not done, without where next', { ...whole, outcome: 'not-done', next: null }, ['next']],
    ['passed on, to nobody', { ...whole, outcome: 'passed-on', next: '  ' }, ['next']],
    ['with no words', { ...whole, text: ' \n' }, ['text']],
    ['whole', whole, []],
    ['not done needs no day', { ...whole, outcome: 'not-done', on: null }, []],
  ] as const)('%s', (_name, reply, missing) => {
    expect(missingFromReply(reply)).toEqual(missing);
  });
});
