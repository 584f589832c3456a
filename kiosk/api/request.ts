import { contractHeader, contractVersion } from '../../shared/kiosk/contract.ts';
import { type Answer, readAnswer } from './answer.ts';

export interface Request {
  readonly method: string;
  readonly path: string;
  /** Exact text of a JSON body. */
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** Milliseconds after which the server counts as away. */
  readonly timeout: number;
}

let heard: (reached: boolean) => void = () => {};

/** Who is told, after every exchange, whether our own server answered. */
export function onExchange(callback: (reached: boolean) => void): void {
  heard = callback;
}

/** One request with a time limit. Never throws, and never takes a stranger's answer for the server's. */
export async function exchange(request: Request): Promise<Answer> {
  const answer = await attempt(request);
  heard(answer.kind === 'reply' || answer.kind === 'problem');
  return answer;
}

async function attempt({ method, path, body, headers, timeout }: Request): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...headers,
        [contractHeader]: String(contractVersion),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      cache: 'no-store',
      // The server never redirects; a captive portal does.
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    const { headers: got } = response;
    return readAnswer(response.status, got.get('content-type'), got.get('retry-after'), text);
  } catch {
    return { kind: 'unreachable' };
  }
}
