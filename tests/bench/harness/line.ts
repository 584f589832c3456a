import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface Reply {
  readonly status: number;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | null;
  readonly body: string;
}

interface Asked {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  /** The line breaks before the answer is read. */
  readonly cut: boolean;
}

/** The bytes of one request, made beforehand so that the load costs as little as it can. */
export function postOf(path: string, json: string): Buffer {
  const body = Buffer.from(json);
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

export function getOf(path: string, cookie: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`);
}

/**
 * One kept-alive HTTP/1.1 connection to this machine, one request at a time, with nothing in it that such a
 * load does not need: a client library would take the time that is to be measured.
 */
export class Line {
  readonly #port: number;
  #socket: Socket | null = null;
  #asked: Asked | null = null;
  #read: Buffer = Buffer.alloc(0);

  constructor(port: number) {
    this.#port = port;
  }

  /** Rejects when the connection breaks before the answer is whole; the next request opens a new one. */
  send(request: Buffer, cut = false): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject, cut };
      this.#socket ??= this.#open();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#asked = null;
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#break(socket));
    return socket;
  }

  #break(socket: Socket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#read = Buffer.alloc(0);
    const asked = this.#asked;
    this.#asked = null;
    asked?.reject(new Error('the connection broke before the answer'));
  }

  #take(bytes: Buffer): void {
    if (this.#asked?.cut) {
      this.#socket?.destroy();
      return;
    }
    this.#read = this.#read.length === 0 ? bytes : Buffer.concat([this.#read, bytes]);
    const reply = readReply(this.#read);
    if (!reply) return;
    this.#read = Buffer.alloc(0);
    const asked = this.#asked;
    this.#asked = null;
    asked?.resolve(reply);
  }
}

/** The answer, once all of it is there. Every answer of both servers names its length. */
function readReply(bytes: Buffer): Reply | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return null;
  const retryAfter = /^retry-after: *(\d+)/im.exec(head)?.[1];
  return {
    status: Number(head.slice(9, 12)),
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
    body: bytes.toString('utf8', end + 4, end + 4 + length),
  };
}
