import type { FastifyReply } from 'fastify';
import { Problem, type ProblemName, problems } from '../../shared/problems.ts';
import { type DatabaseProblemName, isDatabaseProblem } from '../database/database-problem.ts';

/** Answers with problem details (RFC 9457). The title is the name: people's words for it are in the locales. */
export function replyProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const status = problems[problem.problem];
  if (problem.retryAfter !== null) reply.header('retry-after', String(problem.retryAfter));
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `urn:sauti:problem:${problem.problem}`,
      title: problem.problem,
      status,
      problem: problem.problem,
      ...(problem.detail === null ? {} : { detail: problem.detail }),
      ...(problem.retryAfter === null ? {} : { retryAfter: problem.retryAfter }),
    });
}

/**
 * What passes by itself or by a restart, so that a kiosk keeps its item and sends it again. A commit whose
 * outcome is unknown is among them: the same again gets the same receipt, and a version seen before is refused.
 */
const ofStore: Readonly<Partial<Record<DatabaseProblemName, ProblemName>>> = {
  'storage-full': 'storage-full',
  'storage-locked': 'storage-locked',
  'storage-read-only': 'storage-read-only',
  'transaction-conflict': 'storage-locked',
  'transaction-timed-out': 'storage-locked',
  'storage-closed': 'shutting-down',
  'storage-unavailable': 'storage-unavailable',
  'storage-failed': 'storage-unavailable',
  'worker-died': 'storage-unavailable',
  'commit-outcome-unknown': 'storage-unavailable',
};

const ofFastify: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_BAD_URL: 'malformed',
};

/** The problem that stands for any error; `unexpected` for what we did not foresee. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseProblem(error)) {
    const name = ofStore[error.problem];
    return name ? new Problem(name, { retryAfter: 5 }) : new Problem('unexpected');
  }
  const code = (error as { code?: string } | null)?.code ?? '';
  const name = ofFastify[code];
  return name ? new Problem(name) : new Problem('unexpected');
}
