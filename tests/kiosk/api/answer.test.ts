import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../kiosk/api/answer.ts';
import { problems } from '../../../shared/problems.ts';

const json = 'application/json; charset=utf-8';
const problem = 'application/problem+json';
const busy = JSON.stringify({ problem: 'too-busy', retryAfter: 4 });

test.each([
  ['a reply', 200, json, '{"a":1}', { kind: 'reply', value: { a: 1 } }],
  ['a reply that is null', 200, json, 'null', { kind: 'reply', value: null }],
  ['a reply of a thing made', 201, json, '[]', { kind: 'reply', value: [] }],
  ['a problem', 503, problem, busy, { kind: 'problem', problem: 'too-busy', retryAfter: 4 }],
] as const)('our server’s own: %s', (_, status, type, text, expected) => {
  expect(readAnswer(status, type, null, text)).toEqual(expected);
});

describe('somebody else’s', () => {
  test.each<[string, number, string | null, string]>([
    ['a captive page', 200, 'text/html', '<h1>Sign in</h1>'],
    ['a captive page that calls itself JSON', 200, json, '<h1>Sign in</h1>'],
    ['half an answer', 200, json, '{"a":'],
    ['nothing at all', 200, json, ''],
    ['no content', 204, null, ''],
    ['an answer without a type', 200, null, '{"a":1}'],
    ['a proxy’s error page', 502, 'text/html', 'Bad gateway'],
    ['a proxy’s error in JSON', 413, json, '{"problem":"too-large"}'],
    ['a problem with a name that we do not have', 400, problem, '{"problem":"nope"}'],
    ['a problem called like a method of objects', 400, problem, '{"problem":"toString"}'],
    ['a problem without a name', 400, problem, '{}'],
    ['a problem that is not JSON', 400, problem, 'no'],
    ['a problem that is null', 400, problem, 'null'],
  ])('%s', (_, status, type, text) => {
    expect(readAnswer(status, type, null, text)).toEqual({ kind: 'foreign' });
  });
});

test.each(Object.entries(problems))('every name of the catalogue is understood: %s', (name, status) => {
  const answer = readAnswer(status, problem, null, JSON.stringify({ problem: name }));
  expect(answer).toEqual({ kind: 'problem', problem: name, retryAfter: null });
});

test.each<[string, string | null, number | null]>([
  ['seconds in the header', '7', 7],
  ['a date in the header is left alone', 'Wed, 21 Oct 2026 07:28:00 GMT', null],
  ['a negative number is left alone', '-1', null],
  ['an empty header', '', null],
])('when to come back: %s', (_, header, expected) => {
  expect(readAnswer(503, problem, header, '{"problem":"too-busy"}')).toMatchObject({ retryAfter: expected });
});

test('what the problem itself asks comes before the header', () => {
  expect(readAnswer(503, problem, '60', busy)).toMatchObject({ retryAfter: 4 });
});
