import { generateKeyPairSync, sign } from 'node:crypto';
import Fastify from 'fastify';
import { answerQuestions } from '../harness/answer.ts';
import { type GroupCommit, postgresCommit, sqliteCommit } from './group-commit.ts';

/**
 * The floor of intake: Fastify takes the bytes, signs once, keeps them as one row of a group commit on the
 * same engine with the same durability, and answers. No check, no log, no schema.
 */
interface Settings {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

const { dataDir, databaseUrl } = JSON.parse(process.argv[2] ?? '') as Settings;
const keep: GroupCommit = await (databaseUrl === null ? sqliteCommit(dataDir) : postgresCommit(databaseUrl));
const { privateKey } = generateKeyPairSync('ed25519');

const app = Fastify({ logger: false, bodyLimit: 32 * 1024 });
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
  done(null, { text: body, item: JSON.parse(body as string) });
});
app.post('/api/intake', async request => {
  const { text, item } = request.body as { text: string; item: { statement: { id: string } } };
  const { id } = item.statement;
  const signature = sign(null, Buffer.from(id), privateKey).toString('base64url');
  await keep(id, text);
  return { id, signature };
});
await app.listen({ port: 0, host: '127.0.0.1' });
answerQuestions(app.server, async () => undefined);
