import type { FastifyInstance } from 'fastify';

const common = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];
/** Everything comes from this server and nothing goes anywhere else; scripts cannot write markup. */
const kioskPolicy = [...common, "worker-src 'self'", "form-action 'none'", 'trusted-types sauti-worker'].join(
  '; ',
);
const panelPolicy = [...common, "form-action 'self'", "trusted-types 'none'"].join('; ');

/** Sets the headers of every answer. Never `Clear-Site-Data`: it would wipe a kiosk's outbox. */
export function setHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    const panel = request.url === '/admin' || request.url.startsWith('/admin/');
    reply.header('content-security-policy', panel ? panelPolicy : kioskPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
}
