import type { Readable, Writable } from 'node:stream';

type Params = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

/** What the browser says of one of its pages, windows or frames. */
export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/**
 * Chromium's own protocol over its own pipe, and nothing more: a test driver's hooks would let downloads, choosers
 * and dialogs through that a person at the glass never gets.
 */
export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #half = '';
  #over: Error | null = null;

  constructor(input: Readable, output: Writable) {
    this.#out = output;
    output.on('error', error => this.#end(error));
    input.on('data', chunk => this.#read(String(chunk)));
    input.on('close', () => this.#end(new Error('the browser closed the pipe')));
  }

  #end(error: Error): void {
    this.#over = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #read(text: string): void {
    const parts = (this.#half + text).split('\0');
    this.#half = parts.pop() ?? '';
    for (const part of parts) {
      const { id, result, error } = JSON.parse(part) as Message;
      if (id === undefined) continue;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    }
  }

  /** Asks the browser, or with a session one page. Rejects after `patience` milliseconds. */
  async send(method: string, params: Params = {}, session?: string, patience = 10_000): Promise<Answer> {
    if (this.#over) throw this.#over;
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      setTimeout(() => {
        if (this.#waiting.delete(id)) reject(new Error(`${method}: no answer in ${patience} ms`));
      }, patience).unref();
    });
    this.#out.write(
      `${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`,
    );
    return answer;
  }

  async targets(): Promise<readonly Target[]> {
    const { targetInfos } = await this.send('Target.getTargets');
    return targetInfos as readonly Target[];
  }

  /** The session in which one target is spoken to. */
  async attach(targetId: string): Promise<string> {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return String(sessionId);
  }
}
