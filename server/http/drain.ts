import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the server close as soon as the last request is answered. Node waits for connections over which nothing was
 * ever asked (a browser opens such ahead of need) until their headers time out, a minute later; a supervisor would
 * have killed the process by then.
 */
export function drainConnections(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  let running = 0;
  let draining = false;
  const closeIfIdle = () => {
    if (!draining || running > 0) return;
    for (const socket of sockets) socket.destroy();
  };
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    closeIfIdle();
  });
  app.server.on('request', (_request, reply) => {
    running += 1;
    // By then the answer has been handed to the system, or its reader is gone.
    reply.once('close', () => {
      running -= 1;
      setImmediate(closeIfIdle);
    });
  });
  app.addHook('preClose', async () => {
    draining = true;
    closeIfIdle();
  });
}
