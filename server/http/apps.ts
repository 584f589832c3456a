import { join } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Names with a digest in them never change; everything else is asked for anew. */
function cacheControl(path: string): string {
  return /\/assets\/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}

/** Serves the built kiosk at `/` and the built panel at `/admin/`; in development Vite does. */
export async function serveApps(app: FastifyInstance, dist: string | null): Promise<void> {
  if (dist === null) return;
  const options: Partial<FastifyStaticOptions> = {
    cacheControl: false,
    setHeaders: (response, path) => void response.header('cache-control', cacheControl(path)),
    index: 'index.html',
    wildcard: false,
  };
  await app.register(fastifyStatic, { root: join(dist, 'kiosk'), prefix: '/', ...options });
  await app.register(fastifyStatic, {
    root: join(dist, 'admin'),
    prefix: '/admin/',
    decorateReply: false,
    ...options,
  });
  app.get('/admin', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/admin/'));
  // The panel's own addresses (a case, a list) all start from its one page.
  app.get(
    '/admin/*',
    { schema: { hide: true } },
    async (_request, reply): Promise<FastifyReply> =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', join(dist, 'admin')),
  );
}
