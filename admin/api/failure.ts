import { Problem, type ProblemName, problems } from '../../shared/problems.ts';

/** What went wrong, by a name that has words in `locales/`: one of the catalogue's, or no answer at all. */
export type Failure = ProblemName | 'unreachable';

/** No answer came: the network or the server is gone, or it took too long. Whether it acted is not known. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
  }
}

export function isProblemName(text: unknown): text is ProblemName {
  return typeof text === 'string' && Object.hasOwn(problems, text);
}

/** The name under which the words for an error are kept; anything not foreseen is `unexpected`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Problem) return error.problem;
  return error instanceof Unreachable ? 'unreachable' : 'unexpected';
}

/** Whether the request was given up on purpose, so that nobody needs to hear of it. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * A refusal as it came over the wire (RFC 9457) as a `Problem`. An answer that is not one, from a proxy or a
 * captive page, is `unexpected`.
 */
export function problemFrom(body: unknown): Problem {
  if (typeof body !== 'object' || body === null) return new Problem('unexpected');
  const fields: { problem?: unknown; retryAfter?: unknown; detail?: unknown } = body;
  if (!isProblemName(fields.problem)) return new Problem('unexpected');
  return new Problem(fields.problem, {
    ...(typeof fields.retryAfter === 'number' ? { retryAfter: fields.retryAfter } : {}),
    ...(typeof fields.detail === 'string' ? { detail: fields.detail } : {}),
  });
}
