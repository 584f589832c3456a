import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pause } from './chance.ts';

/** How something between the kiosk and its server answers one delivery in its place. */
export type Strangeness =
  | 'slow'
  | 'half-of-it'
  | 'half-as-whole'
  | 'twice'
  | 'html'
  | 'html-as-json'
  | 'nothing'
  | 'redirect'
  | 'another-items-receipt'
  | 'another-kiosks-receipt'
  | 'foreign-failure';

export const strangenesses: readonly Strangeness[] = [
  'slow',
  'half-of-it',
  'half-as-whole',
  'twice',
  'html',
  'html-as-json',
  'nothing',
  'redirect',
  'another-items-receipt',
  'another-kiosks-receipt',
  'foreign-failure',
];

interface Whole {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

const page = '<!doctype html><title>Sign in to the network</title>';

/** Passes everything on to the real server, but answers deliveries strangely while there is any strangeness left. */
export class StrangeServer {
  readonly #server: Server;
  readonly #target: number;
  readonly #strangeAnswer: string;
  #lastReceipt = '{}';
  readonly left: Strangeness[] = [];

  private constructor(target: number, anotherKiosksReceipt: string) {
    this.#target = target;
    this.#strangeAnswer = anotherKiosksReceipt;
    this.#server = createServer((asked, answer) => {
      this.#answer(asked, answer).catch(() => answer.destroy());
    });
  }

  static async listen(port: number, target: number, anotherKiosksReceipt: string): Promise<StrangeServer> {
    const strange = new StrangeServer(target, anotherKiosksReceipt);
    await new Promise<void>(resolve => strange.#server.listen(port, '127.0.0.1', resolve));
    return strange;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const strangeness = asked.url === '/api/intake' ? this.left.shift() : undefined;
    if (strangeness) return this.#answerStrangely(strangeness, asked, body, answer);
    const whole = await this.#passOn(asked, body);
    if (asked.url === '/api/intake' && whole.status === 200) this.#lastReceipt = whole.body.toString();
    send(answer, whole.status, whole.headers, whole.body);
  }

  async #answerStrangely(
    strangeness: Strangeness,
    asked: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
  ): Promise<void> {
    const json = { 'content-type': 'application/json' };
    switch (strangeness) {
      case 'slow': {
        const whole = await this.#passOn(asked, body);
        await pause(3_000);
        return send(answer, whole.status, whole.headers, whole.body);
      }
      case 'half-of-it': {
        const whole = await this.#passOn(asked, body);
        answer.writeHead(200, { ...json, 'content-length': whole.body.length });
        answer.write(whole.body.subarray(0, whole.body.length / 2), () => answer.destroy());
        return;
      }
      case 'half-as-whole': {
        const whole = await this.#passOn(asked, body);
        return send(answer, 200, json, whole.body.subarray(0, whole.body.length / 2));
      }
      case 'twice': {
        const [, whole] = await Promise.all([this.#passOn(asked, body), this.#passOn(asked, body)]);
        return send(answer, whole.status, whole.headers, whole.body);
      }
      case 'html':
        return send(answer, 200, { 'content-type': 'text/html' }, page);
      case 'html-as-json':
        return send(answer, 200, json, page);
      case 'nothing':
        return send(answer, 200, json, '{}');
      case 'redirect':
        return send(answer, 302, { location: '/captive' }, '');
      case 'another-items-receipt':
        return send(answer, 200, json, this.#lastReceipt);
      case 'another-kiosks-receipt':
        return send(answer, 200, json, this.#strangeAnswer);
      case 'foreign-failure':
        return send(answer, 502, { 'content-type': 'text/html' }, page);
    }
  }

  #passOn(asked: IncomingMessage, body: Buffer): Promise<Whole> {
    return new Promise((resolve, reject) => {
      const passed = request(
        {
          host: '127.0.0.1',
          port: this.#target,
          path: asked.url,
          method: asked.method,
          headers: asked.headers,
        },
        reply => {
          buffer(reply).then(
            whole => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole }),
            reject,
          );
        },
      );
      passed.on('error', reject);
      passed.end(body);
    });
  }
}

function send(
  answer: ServerResponse,
  status: number,
  headers: Whole['headers'],
  body: Buffer | string,
): void {
  // Whole as it is: its length is that of what is sent, not of what was received.
  const { 'transfer-encoding': _, 'content-length': __, ...rest } = headers;
  answer.writeHead(status, {
    ...(rest as Record<string, string>),
    'content-length': Buffer.byteLength(body),
  });
  answer.end(body);
}
