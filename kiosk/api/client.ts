import type { BodyOf, OperationName, ParamsOf, ReplyOf } from '../../shared/api.ts';
import type { ProblemName } from '../../shared/problems.ts';
import type { Answer } from './answer.ts';
import { exchange } from './request.ts';
import { forgetToken, kioskToken } from './session.ts';

/** Operations that need no kiosk session; the rest of those that a kiosk uses do. */
const withoutSession: ReadonlySet<OperationName> = new Set<OperationName>([
  'GET /healthz',
  'GET /api/law',
  'POST /api/kiosks/enrol',
  'POST /api/kiosks/enrol-here',
]);

/** Longer than any honest answer takes, and short enough that a dead line does not hold the rest up. */
export const patientMs = 20_000;
/** While somebody stands at the screen and waits. */
export const promptMs = 8_000;

export type Called<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProblemName | 'unreachable'; readonly retryAfter: number | null };

export interface CallOptions<N extends OperationName> {
  readonly params?: ParamsOf<N>;
  readonly body?: BodyOf<N>;
  /** A prisoner's session token, beside the kiosk's own. */
  readonly prisoner?: string;
  /** Milliseconds for each exchange. */
  readonly timeout?: number;
}

function pathOf(template: string, params: Record<string, string | number> | undefined): string {
  return template.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
}

function toCalled<T>(answer: Answer): Called<T> {
  // The contract's types, taken at their word: whoever keeps a reply checks its shape first (api/shapes.ts).
  if (answer.kind === 'reply') return { ok: true, value: answer.value as T };
  if (answer.kind === 'problem') return { ok: false, problem: answer.problem, retryAfter: answer.retryAfter };
  return { ok: false, problem: 'unreachable', retryAfter: null };
}

/**
 * Calls one operation of the API by its name in the contract. Never throws: what goes wrong comes back by name,
 * and `unreachable` stands for everything that is not our server's own answer.
 */
export async function call<N extends OperationName>(
  name: N,
  { params, body, prisoner, timeout = patientMs }: CallOptions<N> = {},
): Promise<Called<ReplyOf<N>>> {
  const [method = 'GET', template = '/'] = name.split(' ', 2);
  const request = {
    method,
    path: pathOf(template, params as Record<string, string | number> | undefined),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeout,
  };
  if (withoutSession.has(name)) return toCalled(await exchange(request));
  for (let renewed = false; ; renewed = true) {
    const session = await kioskToken(timeout);
    if (!session.ok) return toCalled(session.answer);
    const headers = {
      authorization: `Bearer ${session.token}`,
      ...(prisoner === undefined ? {} : { 'sauti-prisoner': prisoner }),
    };
    const answer = await exchange({ ...request, headers });
    const stale = answer.kind === 'problem' && answer.problem === 'kiosk-session-needed';
    if (!stale || renewed) return toCalled(answer);
    forgetToken(session.token);
  }
}
