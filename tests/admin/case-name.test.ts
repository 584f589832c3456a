import { expect, test } from 'vitest';
import { draftPlace } from '../../admin/screens/submission/form-props.ts';
import { askOf, caseKey, caseNameOf } from '../../admin/store/case-name.ts';
import { replyPlace } from '../../admin/store/reply-draft.ts';

const here = caseNameOf({ number: 7, prison: { id: 'a', name: 'Here' } });
const there = caseNameOf({ number: 7, prison: { id: 'b', name: 'There' } });
const only = caseNameOf({ number: 7, prison: null });

test('cases of one number in two prisons have neither key nor draft in common', () => {
  expect(new Set([here, there, only].map(caseKey)).size).toBe(3);
  expect(new Set([here, there, only].map(replyPlace)).size).toBe(3);
});

test('a reply that is called back opens the form whose draft it became', () => {
  expect(replyPlace(here)).toBe(draftPlace('answer', here));
});

test('the server is told the prison only where there are several', () => {
  expect(askOf(here)).toEqual({ params: { number: 7 }, query: { prison: 'a' } });
  expect(askOf(only)).toEqual({ params: { number: 7 }, query: {} });
});
