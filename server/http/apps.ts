import { join } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../shared/problems.ts';
import type { KeptBuild } from '../builds/builds.ts';
import { chosenBuild } from '../builds/chosen-build.ts';
import type { Context } from '../context.ts';

const hashed = /\/assets\/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Names with a digest in them never change; everything else is asked for anew. */
function cacheControl(path: string): string {
  return hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Serves the kiosk at `/` and the built panel at `/admin/`; in development Vite does. */
export async function serveApps(app: FastifyInstance, context: Context): Promise<void> {
  const { dist } = context.config;
  if (dist === null) return;
  const options: Partial<FastifyStaticOptions> = {
    cacheControl: false,
    setHeaders: (response, path) => void response.header('cache-control', cacheControl(path)),
    index: 'index.html',
    wildcard: false,
  };
  await app.register(fastifyStatic, { root: join(dist, 'admin'), prefix: '/admin/', ...options });
  app.get('/admin', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/admin/'));
  // The panel's own addresses (a case, a list) all start from its one page.
  app.get(
    '/admin/*',
    { schema: { hide: true } },
    async (_request, reply): Promise<FastifyReply> =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', join(dist, 'admin')),
  );
  serveKiosk(app, context);
}

type Wild = FastifyRequest<{ Params: { '*': string; build?: string } }>;

/**
 * The kiosk's files: each build's own under `/builds/<id>/`, from where a service worker takes it whole, and at `/`
 * those of the build that is released, for a browser that comes for the first time. A page of another build still
 * gets its own hashed files there.
 */
function serveKiosk(app: FastifyInstance, context: Context): void {
  const { builds } = context;
  const send = (reply: FastifyReply, build: KeptBuild | null | undefined, path: string) => {
    if (!build?.paths.has(path)) throw new Problem('not-found');
    return reply.header('cache-control', cacheControl(path)).sendFile(path, build.folder);
  };
  app.get('/builds/:build/*', { schema: { hide: true } }, async (request: Wild, reply) =>
    send(reply, builds.get(request.params.build ?? ''), `/${request.params['*']}`),
  );
  app.get('/*', { schema: { hide: true } }, async (request: Wild, reply) => {
    const path = `/${request.params['*'] || 'index.html'}`;
    if (hashed.test(path))
      return send(
        reply,
        builds.all.find(build => build.paths.has(path)),
        path,
      );
    return send(reply, await chosenBuild(context, null), path);
  });
}
