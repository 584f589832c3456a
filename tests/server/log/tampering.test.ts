import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWholeLog } from '../../../server/queries/log-check.ts';
import { readLogState } from '../../../server/queries/log-state.ts';
import { watchLogs } from '../../../server/work/watch-logs.ts';
import { checkFiles } from '../../../shared/log/check-files.ts';
import type { LogEntry } from '../../../shared/log/entry.ts';
import { readMinute } from '../../../shared/log/given.ts';
import type { Fault } from '../../../shared/log/report.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';
import { sha256, takeExport, takeProofs, Watcher } from '../../helpers/witness.ts';
import { asIntruder, entriesOf, rewriteEvent, rewriteLog } from './tamper.ts';

/**
 * Ten ways in which somebody who holds the database and the server's keys makes the log anew, signatures and all:
 * nothing inside the server contradicts it. What a kiosk saw does.
 */
type Rewrite = (tx: Parameters<typeof entriesOf>[0], prisonId: string) => Promise<readonly LogEntry[]>;
const rewritings: readonly (readonly [string, Rewrite])[] = [
  ['an entry removed', async (tx, id) => (await entriesOf(tx, id)).toSpliced(2, 1)],
  [
    'the newest entries removed, as by an older back-up',
    async (tx, id) => (await entriesOf(tx, id)).slice(0, 4),
  ],
  ['what was done changed', (tx, id) => rewriteEvent(tx, id, { action: 'close' })],
  ['the time changed', (tx, id) => rewriteEvent(tx, id, { at: '2026-03-01T07:00:00.000Z' })],
  [
    'the order changed',
    async (tx, id) => {
      const [first, second, ...rest] = await entriesOf(tx, id);
      return first && second ? [second, first, ...rest] : [];
    },
  ],
  [
    'an entry put in',
    async (tx, id) =>
      (await entriesOf(tx, id)).toSpliced(1, 0, { kind: 'event', commitment: 'A'.repeat(43) }),
  ],
  [
    'an entry put in the place of another',
    async (tx, id) => (await entriesOf(tx, id)).with(3, { kind: 'event', commitment: 'B'.repeat(43) }),
  ],
  [
    'a number of a kiosk changed',
    async (tx, id) =>
      (await entriesOf(tx, id)).map(entry => (entry.sequence === 1 ? { ...entry, sequence: 9 } : entry)),
  ],
  [
    'an item that was received denied',
    async (tx, id) => (await entriesOf(tx, id)).filter(({ sequence }) => sequence !== 2),
  ],
  ['everything thrown away', async () => []],
];

withDatabases(
  open => {
    let prison: TestServer;
    let kiosk: TestKiosk;
    let watcher: Watcher;
    /** What left the prison before: a receipt with its proof, and a line in the minute book. */
    let receipt: string;
    let minute: string;
    beforeEach(async () => {
      prison = await openTestServer(open);
      kiosk = await prison.enrolKiosk();
      watcher = new Watcher(prison, kiosk);
      const first = await kiosk.makeItem();
      expect((await prison.post(first)).status).toBe(200);
      await send(3);
      // The nameless come into the list in the morning, and that is written down.
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      await watchLogs(prison.server.context);
      expect((await watcher.look()).kind).toBe('grown');
      [receipt = ''] = await takeProofs(prison, kiosk, [first.statement.id]);
      const justice = await prison.loginAs('visiting-justice');
      const { size, short } = (await justice('GET /api/logs')).body.logs[0]?.checkpoint ?? {};
      minute = `${size} ${short}`;
    });
    afterEach(() => prison.close());

    async function send(count: number): Promise<void> {
      for (let at = 0; at < count; at += 1)
        expect((await prison.post(await kiosk.makeItem())).status).toBe(200);
      await prison.settle();
      await watchLogs(prison.server.context);
    }
    const prisonId = () => prison.cast.prisonId;
    const database = () => prison.server.database;
    const hold = async () => (await readLogState(database().read, prisonId())).hold;
    const check = () => checkWholeLog(prison.server.context, prisonId(), '2026-03-02T08:00:00.000Z');

    /** What the verifier says of an export taken now, beside what was kept. */
    async function verdicts(kept: readonly string[], minutes: readonly string[]) {
      const files = [await takeExport(prison, 'visiting-justice'), ...kept].map(text => ({ name: '', text }));
      const read = minutes.flatMap(line => readMinute(line) ?? []);
      return (await checkFiles(sha256, files, { key: null, minutes: read })).map(({ report }) => report);
    }
    const exportFault = async (kept: readonly string[], minutes: readonly string[]) =>
      (await verdicts(kept, minutes))[0]?.fault;

    it('before anything is done to it, receipt and export agree with each other and with the minute book', async () => {
      const [log, proof] = await verdicts([receipt], [minute]);
      expect([log?.fault, proof?.fault]).toEqual([null, null]);
      expect(log?.facts).toContainEqual({ what: 'agrees', count: 2 });
      expect(proof?.facts.map(({ what }) => what)).toEqual([
        'kiosk-signed',
        'server-signed',
        'key',
        'logged',
        'cosigned',
      ]);
      expect(proof?.facts).toContainEqual(expect.objectContaining({ what: 'cosigned', count: 1 }));
    });

    it.each(rewritings)(
      'a kiosk, a receipt and the minute book contradict a log made anew with %s',
      async (_, rewrite) => {
        await asIntruder(database(), async tx => rewriteLog(tx, prisonId(), await rewrite(tx, prisonId())));
        await watchLogs(prison.server.context);
        expect(await watcher.look()).toMatchObject({ kind: 'rewritten' });
        // The server kept what the kiosk holds, signs nothing more, and has told whoever must know.
        expect(await hold()).toMatch(/^(behind|rewritten)$/);
        await watchLogs(prison.server.context);
        const justice = await prison.loginAs('visiting-justice');
        const [log] = (await justice('GET /api/logs')).body.logs;
        expect(log?.evidence).toMatchObject([{ size: watcher.held?.size, note: watcher.held?.note }]);
        const told = (await justice('GET /api/irregularities')).body.irregularities.map(({ kind }) => kind);
        expect(told.some(kind => kind === 'log-behind' || kind === 'log-rewritten')).toBe(true);
        const officer = await prison.loginAs('officer-in-charge');
        const seen = (await officer('GET /api/irregularities')).body.irregularities.map(({ kind }) => kind);
        expect(seen.filter(kind => kind.startsWith('log-'))).toEqual([]);
        const [theirs] = (await officer('GET /api/logs')).body.logs;
        expect(theirs).toMatchObject({ hold: null, evidence: [], detail: {} });
        expect((await exportFault([receipt], []))?.what).toMatch(/^(seen-otherwise|shorter-than-seen)$/);
        expect((await exportFault([], [minute]))?.what).toMatch(/^(minute-otherwise|shorter-than-seen)$/);
        // Growing past what was seen does not make it right.
        await send(6);
        expect((await watcher.look()).kind).toBe('rewritten');
      },
    );

    describe('without making the log anew, the server itself finds and names', () => {
      type Change = (tx: Parameters<typeof entriesOf>[0]) => Promise<unknown>;
      it.each<readonly [string, Change, object, Fault['what'] | null]>([
        [
          'an entry removed',
          tx => tx.deleteFrom('log_entry').where('position', '=', 2).execute(),
          { what: 'entry-missing', position: 2 },
          'cut-short',
        ],
        [
          'an entry changed',
          tx =>
            tx
              .updateTable('log_entry')
              .set({ entry: '{"kind":"event"}' })
              .where('position', '=', 3)
              .execute(),
          { what: 'entry-changed', position: 3 },
          'root-wrong',
        ],
        [
          'the head rewritten',
          tx => tx.updateTable('log_head').set({ frontier: '["AAAA"]' }).execute(),
          { what: 'head-wrong' },
          null,
        ],
        [
          'a signed head rewritten',
          tx =>
            tx
              .updateTable('log_checkpoint')
              .set({ root: 'A'.repeat(43) })
              .execute(),
          { what: 'checkpoint-wrong' },
          null,
        ],
        [
          'the words of an event changed',
          tx => tx.updateTable('event').set({ detail: '{}', at: '2020-01-01T00:00:00.000Z' }).execute(),
          { what: 'content-not-logged' },
          'content-not-logged',
        ],
        [
          'the time of an item changed',
          tx => tx.updateTable('intake').set({ received_at: '2020-01-01T00:00:00.000Z' }).execute(),
          { what: 'content-changed' },
          null,
        ],
        [
          'an envelope changed',
          tx => tx.updateTable('intake').set({ sealed: 'v1.other' }).execute(),
          { what: 'content-changed' },
          null,
        ],
        [
          'an event removed',
          tx => tx.deleteFrom('event').execute(),
          { what: 'content-missing' },
          'content-missing',
        ],
        [
          'the words of a complaint changed',
          tx => tx.updateTable('submission').set({ text: 'All is well.' }).execute(),
          { what: 'content-changed' },
          'words-changed',
        ],
      ])('%s', async (_, change, named, inExport) => {
        await asIntruder(database(), async tx => {
          await change(tx);
        });
        expect(await check()).toMatchObject(named);
        const { what } = (await check()) ?? { what: '' };
        // What is wrong with a content is told by a log that stands; a log that does not stand is not signed.
        expect(await hold()).toBe(what.startsWith('content') ? null : 'damaged');
        const justice = await prison.loginAs('visiting-justice');
        const told = (await justice('GET /api/irregularities')).body.irregularities;
        expect(told.find(({ kind }) => kind.startsWith('log-'))?.detail).toMatchObject(named);
        // What the server alone can see of it, its own notes and the sealed envelopes, is in no export.
        expect((await exportFault([], []))?.what ?? null).toBe(inExport);
      });
    });

    it('a log that lost what was seen goes on only in the open, under a new name', async () => {
      await asIntruder(database(), async tx =>
        rewriteLog(tx, prisonId(), (await entriesOf(tx, prisonId())).slice(0, 4)),
      );
      await watchLogs(prison.server.context);
      expect(await watcher.look()).toMatchObject({ kind: 'rewritten' });
      const justice = await prison.loginAs('visiting-justice');
      const [log] = (await justice('GET /api/logs')).body.logs;
      const missing = (watcher.held?.size ?? 0) - 4;
      expect(log?.detail).toMatchObject({ here: 4, missing });
      const why = { body: { why: 'The disk broke; the back-up of the night was put back.' } };
      expect((await (await prison.loginAs('deputy'))('POST /api/logs/continue', {}, why)).problem).toBe(
        'not-your-role',
      );
      expect((await justice('POST /api/logs/continue', {}, why)).status).toBe(200);
      await send(1);
      expect(await watcher.look()).toMatchObject({ kind: 'begun-anew' });
      expect(watcher.held?.origin.endsWith('/2')).toBe(true);
      await send(1);
      expect((await watcher.look()).kind).toBe('grown');
      expect((await justice('POST /api/logs/continue', {}, why)).problem).toBe('not-in-this-state');
    });
  },
  { fresh: 'test' },
);
