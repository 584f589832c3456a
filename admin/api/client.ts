import type { BodyOf, OperationName, ParamsOf, QueryOf, ReplyOf } from '../../shared/api.ts';
import type { Problem } from '../../shared/problems.ts';
import { isAbort, problemFrom, Unreachable } from './failure.ts';

type Given<Key extends string, Value> = [Value] extends [undefined] ? unknown : Record<Key, Value>;
/** What an operation needs beside its name; a query may always be left out. */
type Input<N extends OperationName> = Given<'params', ParamsOf<N>> &
  Given<'body', BodyOf<N>> & { readonly query?: QueryOf<N>; readonly signal?: AbortSignal };
type Rest<N extends OperationName> = Partial<Input<N>> extends Input<N> ? [Input<N>?] : [Input<N>];

interface LooseInput {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Long enough for a slow link inside a prison, short enough that somebody still sits there. */
const timeoutMilliseconds = 20_000;

const problemListeners = new Set<(problem: Problem) => void>();
/** Told of every refusal before the caller is: the session's store listens here for its end. */
export function onProblem(listener: (problem: Problem) => void): () => void {
  problemListeners.add(listener);
  return () => problemListeners.delete(listener);
}

/** The address of an operation, its parameters and query filled in. */
export function addressOf(path: string, input: Pick<LooseInput, 'params' | 'query'>): string {
  const filled = path.replace(/:([a-z]+)/gi, (_, key: string) =>
    encodeURIComponent(String(input.params?.[key] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {}))
    if (value !== undefined && value !== '') query.set(key, String(value));
  return query.size > 0 ? `${filled}?${query}` : filled;
}

async function answerOf(method: string, address: string, input: LooseInput): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  const headers: Record<string, string> = { accept: 'application/json' };
  // A form on another site cannot set a header: with it the server knows that the panel itself asks.
  if (method !== 'GET') headers['sauti-panel'] = '1';
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(address, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: input.signal ? AbortSignal.any([input.signal, timeout]) : timeout,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Unreachable();
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
}

/**
 * Calls one operation of the contract by its name. Throws `Problem` for a refusal, `Unreachable` when no
 * answer came, and the abort itself when the caller gave up.
 */
export async function call<N extends OperationName>(name: N, ...rest: Rest<N>): Promise<ReplyOf<N>> {
  const [method = 'GET', path = '/'] = name.split(' ');
  const input = (rest[0] ?? {}) as LooseInput;
  const response = await answerOf(method, addressOf(path, input), input);
  const body = await jsonOf(response);
  if (response.ok && body !== null) return body as ReplyOf<N>;
  const problem = problemFrom(body);
  for (const listener of problemListeners) listener(problem);
  throw problem;
}
