import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** `/api/openapi.json`, made from the same schemas that check every request. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sauti',
        description: 'Where the kiosks of a prison and the panel of its officers meet.',
        version: '1',
        license: { name: 'AGPL-3.0-or-later' },
      },
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
