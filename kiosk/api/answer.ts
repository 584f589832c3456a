import { type ProblemName, problems } from '../../shared/problems.ts';

/** One answer over HTTP, judged: ours, a named refusal of ours, or somebody else's. */
export type Answer =
  | { readonly kind: 'reply'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly problem: ProblemName; readonly retryAfter: number | null }
  /** Nothing came, or something that our server does not say: a captive page, a proxy's error. */
  | { readonly kind: 'unreachable' | 'foreign' };

function isProblemName(value: unknown): value is ProblemName {
  return typeof value === 'string' && Object.hasOwn(problems, value);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function seconds(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

/** Judges a whole answer. A status alone is never believed: anything on the way can make one. */
export function readAnswer(
  status: number,
  contentType: string | null,
  retryAfterHeader: string | null,
  text: string,
): Answer {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (status === 200 || status === 201) {
    const value = type === 'application/json' ? readJson(text) : undefined;
    return value === undefined ? { kind: 'foreign' } : { kind: 'reply', value };
  }
  if (type !== 'application/problem+json') return { kind: 'foreign' };
  const details = readJson(text);
  if (typeof details !== 'object' || details === null || !('problem' in details)) return { kind: 'foreign' };
  const { problem } = details;
  if (!isProblemName(problem)) return { kind: 'foreign' };
  const asked = 'retryAfter' in details ? seconds(details.retryAfter) : null;
  return { kind: 'problem', problem, retryAfter: asked ?? seconds(retryAfterHeader) };
}
