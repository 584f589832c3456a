import { connect, createServer, type Server, type Socket } from 'node:net';
import { between, pause } from './chance.ts';

/** What happens to one connection. */
export type Mishap =
  | { readonly kind: 'none' }
  /** It is cut before anything passes. */
  | { readonly kind: 'lost' }
  /** What goes that way takes so long. */
  | { readonly kind: 'late'; readonly way: Way; readonly ms: number }
  /** It is cut after so many bytes of that way. */
  | { readonly kind: 'cut'; readonly way: Way; readonly bytes: number };
export type Way = 'up' | 'down';

const ways: readonly Way[] = ['up', 'down'];
export const anyWay = (): Way => ways[between(0, 1)] ?? 'up';

/** A line between kiosks and server to which things happen. */
export class BadLine {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #draw: () => Mishap;
  #target = 0;
  /** How many connections something happened to. */
  mishaps = 0;

  private constructor(draw: () => Mishap) {
    this.#draw = draw;
    this.#server = createServer(socket => void this.#carry(socket));
  }

  /** Carries to the port `target` of this machine whatever comes to `port` (any free one if nothing is said). */
  static async listen(draw: () => Mishap, target: number, port = 0): Promise<BadLine> {
    const line = new BadLine(draw);
    line.#target = target;
    await new Promise<void>(resolve => line.#server.listen(port, '127.0.0.1', resolve));
    return line;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #carry(down: Socket): Promise<void> {
    this.#keep(down);
    const mishap = this.#draw();
    if (mishap.kind !== 'none') this.mishaps += 1;
    if (mishap.kind === 'lost') return void down.destroy();
    const up = connect({ port: this.#target, host: '127.0.0.1' });
    this.#keep(up);
    const cut = () => {
      down.destroy();
      up.destroy();
    };
    down.on('close', () => mishap.kind !== 'late' && cut());
    up.on('close', () => mishap.kind !== 'late' && down.end());
    pass(down, up, mishap, 'up', cut);
    pass(up, down, mishap, 'down', cut);
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#open.delete(socket));
  }
}

function pass(from: Socket, to: Socket, mishap: Mishap, way: Way, cut: () => void): void {
  let passed = 0;
  from.on('data', async (bytes: Buffer) => {
    if (mishap.kind === 'late' && mishap.way === way) await pause(mishap.ms);
    if (mishap.kind === 'cut' && mishap.way === way && passed + bytes.length >= mishap.bytes) {
      // What was let through before the cut arrives; then both ends see the line go.
      to.write(bytes.subarray(0, mishap.bytes - passed), cut);
      return;
    }
    passed += bytes.length;
    if (!to.destroyed) to.write(bytes);
  });
  from.on('end', () => {
    if (mishap.kind === 'late' && mishap.way === way) setTimeout(() => to.end(), mishap.ms);
    else to.end();
  });
}
