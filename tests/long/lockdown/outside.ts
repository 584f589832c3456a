import { readFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CertificateFiles } from '../../../server/kit/certificates.ts';

/** Somewhere that a kiosk has no business to be: it answers everything, allows everybody, and counts who came. */
export interface Outside {
  /** By another name, on another port, with a certificate that the browser believes. */
  readonly origin: string;
  /** On another port of the kiosk's own server's name. */
  readonly otherPort: string;
  /** Without encryption. */
  readonly plain: string;
  /** Paths that were asked for since the last call. */
  takeHits(): readonly string[];
  close(): void;
}

export const outsideName = 'elsewhere.example.com';

/** A page without any protection of its own, so that what stays shut on it is shut by the browser. */
const page = `<!doctype html><title>Outside</title>
<body style="height:3000px"><p id="words">These words can be selected by anyone.</p>
<a id="link" href="/linked" style="display:block">link</a><input id="text"></body>`;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  if (path.startsWith('/file')) response.setHeader('content-disposition', 'attachment; filename="taken.txt"');
  if (path.startsWith('/worker')) response.setHeader('content-type', 'text/javascript').end('');
  else if (path.startsWith('/events'))
    response.setHeader('content-type', 'text/event-stream').end('data: 1\n\n');
  else response.setHeader('content-type', 'text/html').end(page);
}

/** Starts listening on loopback, twice: with and without encryption. */
export async function openOutside(files: CertificateFiles, kioskName: string): Promise<Outside> {
  let hits: string[] = [];
  const hear = (request: IncomingMessage) => {
    // What a browser asks for on its own account on every page shows no way out.
    if (request.url !== '/favicon.ico') hits.push(`${request.method} ${request.headers.host}${request.url}`);
  };
  const tls = { cert: readFileSync(files.server), key: readFileSync(files.serverKey) };
  const servers = [createServer(tls), createPlain()];
  const ports: number[] = [];
  for (const server of servers) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      hear(request);
      answer(request, response);
    });
    server.on('upgrade', (request: IncomingMessage, socket) => {
      hear(request);
      socket.destroy();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  return {
    origin: `https://${outsideName}:${ports[0]}`,
    otherPort: `https://${kioskName}:${ports[0]}`,
    plain: `http://${outsideName}:${ports[1]}`,
    takeHits() {
      const taken = hits;
      hits = [];
      return taken;
    },
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
