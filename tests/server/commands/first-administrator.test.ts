import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandRefused } from '../../../server/commands/command.ts';
import { readArguments } from '../../../server/commands/first-administrator-arguments.ts';
import { type Config, readConfig } from '../../../server/config.ts';
import { fillDemonstration } from '../../../server/demonstration/fill.ts';
import { usernameBase } from '../../../server/queries/first-people.ts';
import { openServer, type Server } from '../../../server/server.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { makeKioskKeys, makeTestKiosk } from '../../helpers/test-kiosk.ts';
import { type Place, runCommand } from './run-command.ts';

const named = (prison: string) => ['--prison', prison, '--wings', 'A, b,Annex'];
const people = ['--administrator', 'Wanjirũ O’Neill', '--officer-in-charge', 'Otieno Mrefu'];

/** Username and first password as they are printed, by office. */
function handedOver(out: string): Map<string, { username: string; password: string }> {
  const rows = out.matchAll(/^ {2}(\w[\w ]*?) {2,}([a-z][a-z0-9.-]+) +([0-9A-Z]{4}(?:-[0-9A-Z]+){3}) /gm);
  return new Map(
    [...rows].map(([, office = '', username = '', password = '']) => [office, { username, password }]),
  );
}

withDatabases(open => {
  let place: Place;
  let folder: string;
  let server: Server;
  let handed: ReturnType<typeof handedOver>;
  let said: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sauti-first-'));
    const { url, dataDir } = open.config();
    place = { url, dataDir: dataDir || folder };
    const { code, out, err } = await runCommand(
      'first-administrator',
      [...named('Kisima Prison'), ...people],
      place,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    said = out;
    handed = handedOver(out);
    server = await openServer(configOf(place), { onTrouble: error => expect.fail(String(error)) });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const post = async (url: string, payload: object, headers: Record<string, string> = {}) => {
    const reply = await server.app.inject({ method: 'POST', url, payload, headers });
    return { status: reply.statusCode, body: reply.json(), cookies: reply.cookies };
  };
  /** Signs in with the printed password and changes it, as one must. */
  const enter = async (office: string): Promise<Record<string, string>> => {
    const { username = '', password = '' } = handed.get(office) ?? {};
    const { status, body, cookies } = await post('/api/staff/sign-in', { username, password });
    expect([office, status, body.mustChangePassword]).toEqual([office, 200, true]);
    const headers = { cookie: `${cookies[0]?.name}=${cookies[0]?.value}`, 'sauti-panel': '1' };
    const next = 'a password of one’s own';
    expect(await post('/api/staff/password', { current: password, next }, headers)).toMatchObject({
      status: 200,
    });
    return headers;
  };

  it('tells what to do next, and that headquarters has nobody', () => {
    expect(said).toContain('import-law');
    expect(said).toContain('Headquarters has nobody yet');
    expect([...handed.values()].map(one => one.username)).toEqual(['wanjiru.oneill', 'otieno.mrefu']);
  });

  it('makes a prison in which a kiosk can be enrolled, take a complaint, and somebody be let in', async () => {
    const administrator = await enter('Administrator');
    const { wings } = (await server.app.inject({ url: '/api/kiosks', headers: administrator })).json();
    expect(wings.map((wing: { name: string }) => wing.name)).toEqual(['Annex', 'Wing A', 'Wing B']);
    const { body: made } = await post(
      '/api/kiosks/codes',
      { wing: wings[1].id, name: 'A1', kind: 'wall', cardPrefix: null },
      administrator,
    );
    const keys = await makeKioskKeys();
    const { body: enrolment } = await post('/api/kiosks/enrol', {
      code: made.code,
      publicKey: keys.publicKey,
      mode: 'handset',
    });
    const kiosk = makeTestKiosk(enrolment, keys, () => Date.now());
    expect(await post('/api/intake', await kiosk.makeItem())).toMatchObject({ status: 200 });
    const reader = {
      name: 'Asha Noor',
      username: 'asha.noor',
      role: 'first-reader',
      unit: null,
      wing: null,
      superior: null,
    };
    const { body: proposed } = await post('/api/staff', reader, administrator);
    const head = await enter('Officer in charge');
    const { status, body } = await post(`/api/staff/${proposed.id}/approve`, {}, head);
    expect([status, typeof body.password]).toEqual([200, 'string']);
  });

  it('is no demonstration, and none is put into it', async () => {
    expect(await fillDemonstration(server.context, () => undefined)).toBe(false);
    const found = await server.database.read.selectFrom('prison').select(['name', 'demonstration']).execute();
    expect(found).toEqual([{ name: 'Kisima Prison', demonstration: 0 }]);
  });

  it('refuses a prison of a name that there is, and changes nothing', async () => {
    const before = await rowsOf(server);
    const { code, err } = await runCommand(
      'first-administrator',
      [...named('kisima  prison'), ...people],
      place,
    );
    expect(code).toBe(1);
    expect(err).toContain('already a prison');
    expect(await rowsOf(server)).toEqual(before);
  });

  it('makes a second prison, whose people get other usernames, and one Commissioner for both', async () => {
    const second = [...named('Mto Prison'), ...people, '--commissioner', 'Imara Wanza'];
    const { code, out } = await runCommand('first-administrator', second, place);
    expect(code).toBe(0);
    expect([...handedOver(out).values()].map(one => one.username)).toEqual([
      'wanjiru.oneill2',
      'otieno.mrefu2',
      'imara.wanza',
    ]);
    expect(out).not.toContain('Headquarters has nobody');
    const again = await runCommand('first-administrator', ['--commissioner', 'Another One'], place);
    expect(again.code).toBe(1);
    expect(again.err).toContain('a Commissioner already');
  });
});

it.each([
  [
    'one person for both',
    [...named('X'), '--administrator', 'A B', '--officer-in-charge', 'a  b'],
    'two people',
  ],
  ['a wing twice', ['--prison', 'X', '--wings', 'A,a', ...people], 'twice'],
  ['no wing', ['--prison', 'X', '--wings', ' , ', ...people], 'no wing'],
  ['a prison without a name', [...named(' '), ...people], '--prison is missing'],
  ['a name of 81 letters', [...named('X'.repeat(81)), ...people], 'at most 80'],
  ['an officer left out', [...named('X'), '--administrator', 'A B'], '--officer-in-charge is missing'],
  ['an unknown option', [...named('X'), ...people, '--governor', 'G'], 'Usage'],
  ['nothing at all', [], 'Usage'],
])('refuses %s', (_, args, reason) => {
  expect(() => readArguments(args)).toThrow(CommandRefused);
  expect(() => readArguments(args)).toThrow(reason);
});

it.each([
  ['Wanjirũ O’Neill', 'wanjiru.oneill'],
  ['  ABDI   ', 'abdi'],
  ['7 Of 9', 'of.9'],
  ['李', 'administrator'],
  ['X', 'administrator'],
  ['A very long name that goes on and on and does not end', 'a.very.long.name.that.goes.on.and'],
])('makes of the name %s the username %s', (name, username) => {
  expect(usernameBase(name, 'administrator')).toBe(username);
  expect(usernameBase(name, 'administrator')).toMatch(/^[a-z][a-z0-9.-]{1,38}[a-z0-9]$/);
});

/** As the commands themselves read it. */
function configOf({ url, dataDir }: Place): Config {
  const told = { DATA_DIR: dataDir, SAUTI_DEMO: '0', SAUTI_DEV: '1', ...(url ? { DATABASE_URL: url } : {}) };
  return readConfig(told, dataDir);
}

async function rowsOf({ database }: Server) {
  const prisons = await database.read.selectFrom('prison').select('name').orderBy('name').execute();
  const staff = await database.read.selectFrom('staff').select('username').orderBy('username').execute();
  const leaves = await database.read.selectFrom('log_entry').select('position').execute();
  return { prisons, staff, leaves: leaves.length };
}
