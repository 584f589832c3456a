import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoOf } from '../../../server/clock.ts';
import { password, type StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from './make-case.ts';

withDatabases(
  open => {
    let prison: TestServer;
    let closed = false;
    beforeEach(async () => {
      prison = await openTestServer(open);
      closed = false;
    });
    afterEach(async () => {
      if (!closed) await prison.close();
    });

    async function listenAs(username: StaffName) {
      const { raw } = await prison.ask('POST /api/staff/sign-in', {}, { body: { username, password } });
      const cookie = `${raw.cookies[0]?.name}=${raw.cookies[0]?.value}`;
      const answer = await prison.server.app.inject({
        url: '/api/events',
        headers: { cookie },
        payloadAsStream: true,
      });
      const stream: Readable = answer.stream();
      const heard: string[] = [];
      let ended = false;
      stream.on('data', chunk =>
        heard.push(
          ...(String(chunk)
            .match(/^data: .*$/gm)
            ?.values() ?? []),
        ),
      );
      stream.on('end', () => {
        ended = true;
      });
      return { answer, heard, hasEnded: () => ended, stop: () => stream.destroy() };
    }

    describe('live events', () => {
      it('say that lists changed, to those whose lists they are, and nothing else', async () => {
        const charge = await listenAs('officer-in-charge');
        const commissioner = await listenAs('commissioner');
        const translator = await listenAs('translator');
        expect(charge.answer.headers).toMatchObject({
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
        });
        const { number } = await makeCase(prison);
        const deputy = await prison.loginAs('deputy');
        const note = (version: number) =>
          deputy('POST /api/cases/:number/note', { number }, { body: { version, note: 'Seen.' } });
        await note(0);
        await note(1);
        await note(2);
        await vi.waitFor(() => expect(charge.heard.length).toBeGreaterThan(0));
        expect(new Set(charge.heard)).toEqual(new Set(['data: {"noun":"submission"}']));
        // A burst is told of together.
        expect(charge.heard.length).toBeLessThan(3);
        await vi.waitFor(() => expect(commissioner.heard.length).toBeGreaterThan(0));
        expect(translator.heard).toEqual([]);
        for (const one of [charge, commissioner, translator]) one.stop();
      });

      it('say nothing of another prison, or when a submission without a name comes in', async () => {
        const charge = await listenAs('officer-in-charge');
        const { database } = prison.server;
        database.announce({ noun: 'submission', prisonId: 'another', ids: ['1'] });
        database.announce({ noun: 'kiosk', prisonId: 'another', ids: ['1'] });
        const kiosk = await prison.enrolKiosk();
        await prison.post(await kiosk.makeItem());
        await prison.settle();
        prison.clock.pass({ hours: 23 });
        await prison.settle();
        const listed = await database.read
          .selectFrom('submission')
          .select('number')
          .where('listed_at', 'is not', null)
          .where('identity', '=', 'nameless')
          .execute();
        expect(listed.length).toBeGreaterThan(0);
        await new Promise(resolve => setTimeout(resolve, 400));
        expect(charge.heard).toEqual([]);
        charge.stop();
      });

      it('end with the server', async () => {
        const charge = await listenAs('officer-in-charge');
        await prison.close();
        closed = true;
        await vi.waitFor(() => expect(charge.hasEnded()).toBe(true));
      });

      it('end at the next beat after the session', async () => {
        vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
        try {
          const charge = await listenAs('officer-in-charge');
          await prison.server.database.write
            .updateTable('staff_session')
            .set({ ended_at: isoOf(prison.clock.now()) })
            .execute();
          expect(charge.hasEnded()).toBe(false);
          await vi.advanceTimersByTimeAsync(20_000);
          await vi.waitFor(() => expect(charge.hasEnded()).toBe(true));
        } finally {
          vi.useRealTimers();
        }
      });
    });
  },
  { fresh: 'test' },
);
