import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { drainConnections } from '../../../server/http/drain.ts';

async function listening() {
  const app = Fastify();
  drainConnections(app);
  let answer = (_text: string) => {};
  const asked = new Promise<void>(resolve => {
    app.get('/slow', () => {
      resolve();
      return new Promise<string>(done => {
        answer = done;
      });
    });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { app, port, asked, answer: (text: string) => answer(text) };
}

it('a connection over which nothing was ever asked does not hold the server up', async () => {
  const { app, port } = await listening();
  const idle = connect(port, '127.0.0.1');
  await new Promise(resolve => idle.once('connect', resolve));
  const gone = new Promise(resolve => idle.once('close', resolve));
  await app.close();
  await gone;
});

it('a request that is under way is answered before its connection is closed', async () => {
  const { app, port, asked, answer } = await listening();
  const text = fetch(`http://127.0.0.1:${port}/slow`).then(reply => reply.text());
  await asked;
  const closed = app.close();
  // The connection that asked nothing goes at once; the one that waits for an answer stays.
  await new Promise(resolve => setTimeout(resolve, 50));
  answer('done');
  expect(await text).toBe('done');
  await closed;
});
