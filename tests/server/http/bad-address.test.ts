import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());

  it.each(['/%', '/api/%ff', '/api/cases/%E0%A4%A', '/admin/%', '/admin/cases/%zz', '/builds/%ff/x.js'])(
    'an address that cannot be decoded is a named problem, with every header: %s',
    async url => {
      const usual = await prison.server.app.inject({
        url: url.startsWith('/admin') ? '/admin/no' : '/api/no',
      });
      for (const method of ['GET', 'POST'] as const) {
        const answer = await prison.server.app.inject({ method, url });
        expect([answer.statusCode, answer.json()]).toEqual([
          400,
          { type: 'urn:sauti:problem:malformed', title: 'malformed', status: 400, problem: 'malformed' },
        ]);
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
        for (const name of [
          'content-security-policy',
          'permissions-policy',
          'x-content-type-options',
          'referrer-policy',
        ])
          expect([name, answer.headers[name]]).toEqual([name, usual.headers[name]]);
        expect(answer.body).not.toContain('%');
      }
    },
  );
});
