import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, call, onProblem } from '../../admin/api/client.ts';
import { failureOf, Unreachable } from '../../admin/api/failure.ts';
import { Problem } from '../../shared/problems.ts';

/** Answers the next request and keeps what was asked. */
function answerWith(answer: Response | Error) {
  const asked: { address: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push({ address, init });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return asked;
}

const json = (body: unknown, status = 200) => Response.json(body, { status });

afterEach(() => vi.unstubAllGlobals());

test('parameters and query are filled in, what is not given is left out', () => {
  expect(addressOf('/api/cases/:number', { params: { number: 12 } })).toBe('/api/cases/12');
  expect(addressOf('/api/cases', { query: { list: 'open', kind: undefined, search: 'a b&c' } })).toBe(
    '/api/cases?list=open&search=a+b%26c',
  );
  expect(addressOf('/api/kiosks/:id/revoke', { params: { id: 'a/b' } })).toBe('/api/kiosks/a%2Fb/revoke');
});

test('whatever changes something carries the header that no other site can set', async () => {
  const asked = answerWith(json({ done: true }));
  await call('POST /api/cases/:number/note', { params: { number: 3 }, body: { version: 0, note: 'n' } });
  const headers = new Headers(asked[0]?.init.headers);
  expect(headers.get('sauti-panel')).toBe('1');
  expect(asked[0]?.init.body).toBe('{"version":0,"note":"n"}');
  expect(asked[0]?.init.credentials).toBe('same-origin');
});

test('reading carries no body and no such header', async () => {
  const asked = answerWith(json({ cases: [], next: null }));
  await call('GET /api/cases', { query: { list: 'open' } });
  expect(new Headers(asked[0]?.init.headers).has('sauti-panel')).toBe(false);
  expect(asked[0]?.init.body).toBeUndefined();
});

test('a refusal is thrown by its name, with when to try again', async () => {
  answerWith(json({ type: 'about:blank', title: '', status: 429, problem: 'slow-down', retryAfter: 7 }, 429));
  const heard: Problem[] = [];
  const stop = onProblem(problem => heard.push(problem));
  const thrown = await call('GET /api/staff/me').catch((error: unknown) => error);
  stop();
  expect(thrown).toBeInstanceOf(Problem);
  expect(thrown).toMatchObject({ problem: 'slow-down', retryAfter: 7 });
  expect(heard).toEqual([thrown]);
});

test.each([
  ['a page of a proxy', () => new Response('<html>', { status: 502 }), 'unexpected'],
  ['a page of a proxy that says all is well', () => new Response('<html>'), 'unexpected'],
  ['a problem that nobody knows', () => json({ problem: 'tea-time' }, 418), 'unexpected'],
  ['a word that every object has', () => json({ problem: 'constructor' }, 400), 'unexpected'],
])('%s is no answer', async (_, answer, failure) => {
  answerWith(answer());
  const thrown = await call('GET /api/time').catch((error: unknown) => error);
  expect(failureOf(thrown)).toBe(failure);
});

test('no answer at all is another thing than a refusal', async () => {
  answerWith(new TypeError('Failed to fetch'));
  const thrown = await call('GET /api/time').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Unreachable);
  expect(failureOf(thrown)).toBe('unreachable');
});

test('what the caller gives up is thrown as given up', async () => {
  answerWith(new DOMException('gone', 'AbortError'));
  const thrown = await call('GET /api/time').catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: 'AbortError' });
});
