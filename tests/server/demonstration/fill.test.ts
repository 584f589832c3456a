import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationSignIns, fillDemonstration } from '../../../server/demonstration/fill.ts';
import { signInPrisoners } from '../../../server/demonstration/people.ts';
import { readable } from '../../../server/demonstration/sign-ins.ts';
import { isSignedBy } from '../../../server/intake/signature.ts';
import { commitmentOf, sha256 } from '../../../server/queries/log.ts';
import type { Server } from '../../../server/server.ts';
import { fromBase64Url, toBase64Url, utf8 } from '../../../shared/crypto/bytes.ts';
import { entryBytes } from '../../../shared/log/entry.ts';
import { append, emptyFrontier, leafHash, rootOf } from '../../../shared/log/tree.ts';
import { states } from '../../../shared/submission/life.ts';
import type { Receipt } from '../../../shared/submission/schema.ts';
import { receiptBytes, statementBytes } from '../../../shared/submission/statement.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { madeLaw, madeLawText } from '../commands/made-law.ts';
import { fillTime, openDemonstration } from './open-demonstration.ts';
import { visitHere } from './visit.ts';

const tables = [
  ...['prison', 'wing', 'prisoner', 'prisoner_number', 'kiosk', 'intake', 'submission', 'event', 'reply'],
  ...['claim', 'staff', 'record', 'sign_in', 'irregularity', 'log_entry', 'law', 'law_rule'],
] as const;

/** How many rows each table has. */
async function countsOf({ database }: Server): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const counted = sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`;
    const { rows } = await counted.execute(database.read);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

async function folderWithLaw(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sauti-law-'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'prisons-rules-1963.txt'), text);
  return folder;
}

withDatabases(open => {
  let server: Server;
  let troubles: readonly unknown[];
  let lawFolder: string;
  let emptyFolder: string;
  const said: string[] = [];

  beforeAll(async () => {
    lawFolder = await folderWithLaw(madeLawText);
    emptyFolder = await folderWithLaw('');
    ({ server, troubles } = await openDemonstration(open, { sharedDir: null }));
    expect(await fillDemonstration(server.context, line => said.push(line))).toBe(true);
  });
  afterAll(async () => {
    await server.close();
    for (const folder of [lawFolder, emptyFolder]) await rm(folder, { recursive: true });
    expect(troubles).toEqual([]);
  });

  it('makes one prison that is marked as made up, with four wings, a kiosk in each, one that is carried and about 400 people', async () => {
    const { read } = server.database;
    const prisons = await read.selectFrom('prison').select(['name', 'demonstration']).execute();
    expect(prisons).toEqual([{ name: 'Mlima Prison (demonstration)', demonstration: 1 }]);
    const { wing, kiosk, prisoner, prisoner_number, staff } = await countsOf(server);
    expect({ wing, kiosk }).toEqual({ wing: 4, kiosk: 5 });
    expect(prisoner).toBe(prisoner_number);
    expect(prisoner).toBeGreaterThan(380);
    expect(staff).toBeGreaterThan(20);
  });

  it('has submissions in every state, each with its whole history', async () => {
    const { read } = server.database;
    const submissions = await read.selectFrom('submission').selectAll().execute();
    const events = await read.selectFrom('event').selectAll().orderBy('position').execute();
    const historyOf = Map.groupBy(events, event => event.submission_id);
    expect(submissions.length).toBeGreaterThan(200);
    expect(new Set(submissions.map(({ state }) => state))).toEqual(new Set(states));
    for (const { id, state, listed_at } of submissions) {
      const history = historyOf.get(id) ?? [];
      // A nameless one of today comes into the list, and begins its history, tomorrow at six.
      expect(history.length > 0).toBe(listed_at !== null);
      expect(history.map(event => event.position)).toEqual(history.map((_, index) => index));
      if (history.length === 0) continue;
      expect(history[0]?.action).toBe('receive');
      expect(history.at(-1)?.to_state).toBe(state);
      const steps = history.slice(1).map((event, index) => [history[index]?.to_state, event.from_state]);
      for (const [before, from] of steps) expect(from).toBe(before);
    }
  });

  it('has a log of all of it that verifies, in the order of time', async () => {
    const { read } = server.database;
    const head = await read.selectFrom('log_head').selectAll().executeTakeFirstOrThrow();
    const entries = await read.selectFrom('log_entry').selectAll().orderBy('position').execute();
    expect(entries.map(entry => entry.position)).toEqual(entries.map((_, index) => index));
    expect(head.size).toBe(entries.length);
    const leaves = entries.map(({ entry }) => leafHash(sha256, utf8(entry)));
    expect(leaves.map(leaf => toBase64Url(leaf))).toEqual(entries.map(entry => entry.leaf_hash));
    const grown = leaves.reduce((frontier, leaf) => append(sha256, frontier, leaf), emptyFrontier);
    const kept = { size: head.size, roots: (JSON.parse(head.frontier) as string[]).map(fromBase64Url) };
    expect(toBase64Url(rootOf(sha256, kept))).toBe(toBase64Url(rootOf(sha256, grown)));
    const times = entries.map(entry => entry.at);
    expect(times).toEqual(times.toSorted());
    expect((times.at(-1) ?? '') <= fillTime.toString({ smallestUnit: 'millisecond' })).toBe(true);
  });

  it('has a leaf for every line of history and every item that was taken', async () => {
    const { read } = server.database;
    const leaves = await read.selectFrom('log_entry').select('entry').execute();
    const inLog = new Set(leaves.map(({ entry }) => entry));
    const textOf = (entry: Parameters<typeof entryBytes>[0]) => Buffer.from(entryBytes(entry)).toString();
    const events = await read.selectFrom('event').selectAll().execute();
    for (const { salt, ...content } of events)
      expect(inLog).toContain(textOf({ kind: 'event', commitment: commitmentOf(salt, content) }));
    const items = await read.selectFrom('intake').select(['hash', 'kiosk_id', 'sequence']).execute();
    for (const { hash, kiosk_id: kiosk, sequence } of items)
      expect(inLog).toContain(textOf({ kind: 'received', commitment: hash, kiosk, sequence }));
  });

  it('gave receipts that verify for items that their kiosks signed, none missing in between', async () => {
    const { read } = server.database;
    const { publicKey } = server.context.keys.receipts;
    const items = await read
      .selectFrom('intake')
      .innerJoin('kiosk', 'kiosk.id', 'intake.kiosk_id')
      .selectAll('intake')
      .select('kiosk.public_key')
      .orderBy('arrival')
      .execute();
    for (const item of items) {
      const receipt = JSON.parse(item.receipt) as Receipt;
      expect(receipt).toMatchObject({ id: item.id, hash: item.hash, receivedAt: item.received_at });
      expect(isSignedBy(publicKey, receiptBytes(receipt), receipt.signature)).toBe(true);
      expect(isSignedBy(item.public_key, statementBytes(JSON.parse(item.statement)), item.signature)).toBe(
        true,
      );
    }
    for (const [, ofKiosk] of Map.groupBy(items, item => item.kiosk_id))
      expect(ofKiosk.map(item => item.sequence)).toEqual(ofKiosk.map((_, index) => index + 1));
  });

  it('keeps the one that could not be opened, and tells of it', async () => {
    const { read } = server.database;
    const unopened = await read.selectFrom('intake').select('id').where('state', '!=', 'opened').execute();
    const told = await read.selectFrom('irregularity').select('kind').execute();
    expect(unopened).toHaveLength(1);
    expect(told).toEqual([{ kind: 'unopenable' }]);
  });

  it('prints sign-ins that work: everyone of the staff', async () => {
    const printed = [...demonstrationSignIns().matchAll(/^ {2}([a-z][a-z-]+) {2,}[A-Z]\w+ \w+ {2,}/gm)];
    const password = /password in the panel: (\S+)/.exec(demonstrationSignIns())?.[1];
    const usernames = printed.map(([, username]) => username);
    const known = await server.database.read.selectFrom('staff').select('username').execute();
    expect(usernames.toSorted()).toEqual(known.map(one => one.username).toSorted());
    for (const username of usernames) {
      const reply = await server.app.inject({
        method: 'POST',
        url: '/api/staff/sign-in',
        payload: { username, password },
      });
      expect([username, reply.statusCode]).toEqual([username, 200]);
      expect(reply.json()).toMatchObject({ mustChangePassword: false });
    }
  });

  it('prints sign-ins that work: four prisoners, and nobody else has a PIN yet', async () => {
    const visit = await visitHere(server);
    for (const { number, pin } of signInPrisoners) {
      expect(demonstrationSignIns()).toMatch(new RegExp(`^ +${number} +${readable(pin)} `, 'm'));
      expect(await visit.signIn(number, pin)).toMatchObject({ status: 200 });
    }
    const { number } = await server.database.read
      .selectFrom('prisoner_number')
      .select('number')
      .where(
        'number',
        'not in',
        signInPrisoners.map(one => one.number),
      )
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(await visit.signIn(number, '000000')).toMatchObject({ status: 401 });
  });

  it('shows the first of them a submission in every state, and a reply not yet opened', async () => {
    const visit = await visitHere(server);
    const [first, , third] = signInPrisoners;
    const { token } = await visit.signIn(first.number, first.pin);
    const own = await visit.listOwn(token);
    expect(new Set(own.map(one => one.state))).toEqual(new Set(states));
    expect(own.filter(one => one.state === 'answered' && one.replies.length > 0)).toHaveLength(1);
    const { claims } = await visit.signIn(third.number, third.pin);
    expect(claims).toHaveLength(1);
  });

  it('shows the thirty-four of Wing C as similar to each other', async () => {
    const signedIn = await server.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      payload: { username: 'reader', password: 'demonstration-2026' },
    });
    const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]));
    const { number } = await server.database.read
      .selectFrom('submission')
      .innerJoin('wing', 'wing.id', 'submission.wing_id')
      .select('number')
      .where('wing.name', '=', 'Wing C')
      .where('problem', '=', 'spoiled')
      .where('state', '=', 'triage')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const page = await server.app.inject({ url: `/api/cases/${number}`, cookies });
    expect(page.statusCode).toBe(200);
    expect(page.json().similar).toBeGreaterThanOrEqual(33);
  });

  it('adds nothing at the second start, but says why the law’s words are not there', async () => {
    expect(said.join()).toContain(
      'The words of the law are not entered: the text of the Prisons Rules was not found',
    );
    const before = await countsOf(server);
    const told: string[] = [];
    const again = await openDemonstration(open, { sharedDir: emptyFolder });
    expect(await fillDemonstration(again.server.context, line => told.push(line))).toBe(true);
    await again.server.close();
    expect(told).toEqual([expect.stringMatching(/not entered: line 1 .*\(empty\)/)]);
    expect(await countsOf(server)).toEqual(before);
  });

  it('enters the law’s words as soon as they are found, and once', async () => {
    for (let start = 1; start <= 2; start += 1) {
      const again = await openDemonstration(open, { sharedDir: lawFolder });
      expect(await fillDemonstration(again.server.context, line => said.push(line))).toBe(true);
      await again.server.close();
    }
    const { law, law_rule: rules } = await countsOf(server);
    expect({ law, rules }).toEqual({ law: 1, rules: madeLaw.rules.length });
    const imports = await server.database.read
      .selectFrom('record')
      .select('id')
      .where('kind', '=', 'law')
      .execute();
    expect(imports).toHaveLength(1);
  });
});

withDatabases(open => {
  it('leaves nothing behind when it fails half way', async () => {
    const { server, troubles } = await openDemonstration(open);
    const { context } = server;
    const sealing = { ...context.keys.sealing, publicKey: 'no key at all' };
    const broken = { ...context, keys: { ...context.keys, sealing } };
    await expect(fillDemonstration(broken, () => undefined)).rejects.toThrow();
    const counts = await countsOf(server);
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    await server.close();
    expect(troubles).toEqual([]);
  });
});
