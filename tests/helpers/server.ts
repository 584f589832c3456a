import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { expect, inject } from 'vitest';
import type { Config } from '../../server/config.ts';
import { openServer, type Server } from '../../server/server.ts';
import type { OperationName, ReplyOf } from '../../shared/api.ts';
import type { ProblemName } from '../../shared/problems.ts';
import type { SealedItem } from '../../shared/submission/schema.ts';
import { type Cast, fillCast, numbers, type PrisonerName, password, pins, type StaffName } from './cast.ts';
import { makeTestClock, type TestClock } from './clock.ts';
import type { Open } from './databases.ts';
import { enrolKioskIn } from './enrol-kiosk.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** What an inject answers, with its body as JSON. */
export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly body: T;
  readonly problem: ProblemName | null;
  readonly raw: LightMyRequestResponse;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Asking = <N extends OperationName>(
  name: N,
  params?: Record<string, string | number>,
  ask?: Ask,
) => Promise<Answer<ReplyOf<N>>>;

/** A whole server on real parts, without a port; its clock is the test's. */
export interface TestServer {
  readonly server: Server;
  readonly clock: TestClock;
  readonly cast: Cast;
  /** As anyone: no session at all. */
  readonly ask: Asking;
  /** Signed in to the panel as one of the cast. */
  loginAs(name: StaffName): Promise<Asking>;
  /** A newly enrolled kiosk, in wing A unless told otherwise. */
  enrolKiosk(wing?: 'a' | 'b', kind?: 'wall' | 'round'): Promise<TestKiosk>;
  /** With the kiosk's session. */
  asKiosk(kiosk: TestKiosk): Promise<Asking>;
  /** Signed in as a prisoner at that kiosk, with the pass that went with it. */
  signInAs(kiosk: TestKiosk, name: PrisonerName): Promise<{ ask: Asking; pass: string; token: string }>;
  post(item: SealedItem): Promise<Answer<ReplyOf<'POST /api/intake'>>>;
  /** Lets all work behind the queue finish. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

let keysFolder: string | null = null;

/** PostgreSQL's tests have no folder of their own: one per worker, beside the template and gone with it. */
function newKeysFolder(): string {
  return mkdtempSync(join(dirname(inject('sqliteTemplate')), 'keys-'));
}

/** Opens a server over the database of this block, with the fixed cast in it; `known` where it is there already. */
export async function openTestServer(
  open: Pick<Open, 'config'>,
  more: Partial<Config> = {},
  known: Cast | null = null,
): Promise<TestServer> {
  const database = open.config();
  keysFolder ??= newKeysFolder();
  const dataDir = database.dataDir || keysFolder;
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: database.url,
    demonstration: false,
    tls: null,
    zone: 'Africa/Nairobi',
    dist: null,
    sharedDir: null,
    backupDir: join(dataDir, 'backups'),
    backupPassphrase: null,
    ...more,
  };
  const clock = makeTestClock();
  const troubles: unknown[] = [];
  // No look of its own: one that began before the clock was set forward would end after it.
  const server = await openServer(config, { clock, onTrouble: error => troubles.push(error), tickMs: null });
  const cast = known ?? (await fillCast(server.context));
  const asking =
    (headers: Record<string, string>): Asking =>
    async (name, params = {}, ask = {}) => {
      const [method = 'GET', path = '/'] = name.split(' ');
      const left = { ...params };
      const url = path.replace(/:(\w+)/g, (_, key: string) => {
        const value = String(left[key]);
        delete left[key];
        return encodeURIComponent(value);
      });
      const query = new URLSearchParams(
        Object.entries(left).map(([key, value]) => [key, String(value)]),
      ).toString();
      const raw = await server.app.inject({
        method: method as 'GET' | 'POST',
        url: query ? `${url}?${query}` : url,
        headers: { ...headers, ...ask.headers },
        ...(ask.body === undefined ? {} : { payload: ask.body as object }),
      });
      const json = raw.headers['content-type']?.toString().includes('json') ? raw.json() : null;
      return {
        status: raw.statusCode,
        body: json,
        problem: raw.statusCode >= 400 ? (json?.problem ?? null) : null,
        raw,
      };
    };
  const ask = asking({});

  async function asKiosk(kiosk: TestKiosk): Promise<Asking> {
    return asking({ authorization: `Bearer ${await tokenOf(kiosk)}` });
  }
  async function tokenOf(kiosk: TestKiosk): Promise<string> {
    const { body: challenge } = await ask('POST /api/kiosks/challenge');
    const signature = await kiosk.sign(`sauti/kiosk-session/v1/${kiosk.id}/${challenge.nonce}`);
    const { body } = await ask(
      'POST /api/kiosks/session',
      {},
      { body: { kiosk: kiosk.id, nonce: challenge.nonce, signature } },
    );
    return body.token;
  }

  return {
    server,
    clock,
    cast,
    ask,
    async loginAs(name) {
      const { raw, status } = await ask(
        'POST /api/staff/sign-in',
        {},
        { body: { username: name, password } },
      );
      expect(status).toBe(200);
      const cookie = raw.cookies[0];
      return asking({ cookie: `${cookie?.name}=${cookie?.value}`, 'sauti-panel': '1' });
    },
    enrolKiosk: (wing = 'a', kind = 'wall') =>
      enrolKioskIn({ server, clock }, { prisonId: cast.prisonId, wingId: cast.wings[wing], kind }),
    asKiosk,
    async signInAs(kiosk, name) {
      const token = await tokenOf(kiosk);
      const { body, status } = await asking({ authorization: `Bearer ${token}` })(
        'POST /api/prisoners/sign-in',
        {},
        { body: { number: numbers[name], pin: pins[name] } },
      );
      expect(status).toBe(200);
      return {
        ask: asking({ authorization: `Bearer ${token}`, 'sauti-prisoner': body.token }),
        pass: body.pass,
        token: body.token,
      };
    },
    post: item => ask('POST /api/intake', {}, { body: item }),
    settle: () => server.work.settle(),
    async close() {
      await server.close();
      expect(troubles).toEqual([]);
    },
  };
}
