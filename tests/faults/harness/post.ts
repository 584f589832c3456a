import { Agent, request } from 'node:http';
import type { ProblemName } from '../../../shared/problems.ts';

export interface Answered {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
  readonly problem: ProblemName | null;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | null;
}

/** Posts to a server, over kept connections unless told otherwise. Rejects if the connection breaks before the answer is whole. */
export class Poster {
  readonly #agent: Agent;

  constructor(connections: number, keepAlive = true) {
    this.#agent = new Agent({ keepAlive, maxSockets: connections });
  }

  post(port: number, path: string, body: string, timeoutMs = 20_000): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const asked = request({
        agent: this.#agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        timeout: timeoutMs,
      });
      asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
      asked.on('error', reject);
      asked.on('response', answer => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('close', () => {
          if (answer.complete) resolve(answered(answer.statusCode ?? 0, answer.headers, parts));
          else reject(new Error('the answer was cut off'));
        });
      });
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function answered(status: number, headers: Record<string, unknown>, parts: readonly Buffer[]): Answered {
  const body = Buffer.concat(parts).toString('utf8');
  const contentType = headers['content-type'] === undefined ? null : String(headers['content-type']);
  const named = contentType?.startsWith('application/problem+json') ?? false;
  const retryAfter = headers['retry-after'];
  return {
    status,
    contentType,
    body,
    problem: named ? (JSON.parse(body) as { problem: ProblemName }).problem : null,
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
  };
}
