import { handle } from '../../http/operation.ts';
import { getLaw, lawVersion } from '../../queries/law.ts';

/** The law's words change once in years: whoever has this version is answered without them. */
export const law = handle('GET /api/law', async ({ context, request, reply }) => {
  const { read } = context.database;
  const tag = `"${await lawVersion(read)}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send() as never;
  return getLaw(read);
});
