import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../../server/clock.ts';
import { checkClockAtStart, noteTime } from '../../../server/queries/clock.ts';
import { saveStatus } from '../../../server/queries/kiosk.ts';
import { makeTestClock } from '../../helpers/clock.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from '../cases/make-case.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  // As on the first day: time is believed, no kiosk was heard of, nothing was noted before.
  beforeEach(async () => {
    const { write } = prison.server.database;
    await write.deleteFrom('clock').execute();
    await write.deleteFrom('clock_confirmation').execute();
    await write.deleteFrom('irregularity').execute();
    await write.updateTable('kiosk').set({ status: null }).execute();
    prison.clock.set('2026-03-02T07:00:00Z');
    prison.clock.trust();
    await noteTime(prison.server.database, prison.clock);
  });
  afterAll(() => prison.close());

  /** The server ends and is started with its clock at `iso`. */
  async function startedAt(iso: string) {
    const clock = makeTestClock(iso);
    await checkClockAtStart(prison.server.database, clock);
    return clock;
  }
  const jumps = async () =>
    (await (await prison.loginAs('visiting-justice'))('GET /api/irregularities')).body.irregularities.filter(
      one => one.kind === 'clock-jumped',
    );
  async function hear(kioskId: string, error: number) {
    const now = prison.clock.system();
    await saveStatus(prison.server.database.write, kioskId, {
      at: isoOf(now),
      wall: isoOf(now.add({ seconds: error })),
      monotonic: 1,
      boot: '00000000-0000-4000-8000-000000000000',
      sequence: 0,
      waiting: 0,
      quarantined: 0,
      build: 'test',
      persisted: true,
    });
  }
  /** Kiosks whose own clocks are off by so many seconds, heard of now. */
  async function kiosksOffBy(...seconds: readonly number[]) {
    for (const error of seconds) await hear((await prison.enrolKiosk()).id, error);
  }
  /** All kiosks that there are, heard of again. */
  async function setKiosks(error: number) {
    const kiosks = await prison.server.database.read
      .selectFrom('kiosk')
      .select('id')
      .where('status', 'is not', null)
      .execute();
    for (const { id } of kiosks) await hear(id, error);
  }

  describe('the clock at start', () => {
    it.each([
      ['a minute behind', '2026-03-02T06:59:00Z', null],
      ['two minutes behind', '2026-03-02T06:57:59Z', 'behind-last-entry'],
      ['years behind', '2020-01-01T00:00:00Z', 'behind-last-entry'],
      ['an hour on', '2026-03-02T08:00:00Z', null],
      ['44 days on', '2026-04-15T07:00:00Z', null],
      ['46 days on', '2026-04-17T07:00:00Z', 'far-ahead'],
    ])('%s is believed or not', async (_, iso, reason) => {
      const clock = await startedAt(iso);
      expect(clock.reason).toBe(reason);
    });

    it('is compared with the kiosks when at least three say the same, never with one alone', async () => {
      await kiosksOffBy(86_400);
      expect((await startedAt('2026-03-02T07:01:00Z')).reason).toBeNull();
      await kiosksOffBy(86_400, 86_300);
      expect((await startedAt('2026-03-02T07:01:00Z')).reason).toBe('behind-last-entry');
    });

    it('goes on from the latest time seen while it is not believed, also after another start', async () => {
      const clock = await startedAt('2020-01-01T00:00:00Z');
      expect(isoOf(clock.now())).toBe('2026-03-02T07:00:00.000Z');
      clock.pass({ minutes: 5 });
      expect(isoOf(clock.now())).toBe('2026-03-02T07:05:00.000Z');
      await noteTime(prison.server.database, clock);
      // The system's clock was set right meanwhile, but nobody has confirmed it.
      const again = await startedAt('2026-03-02T09:00:00Z');
      expect(again.confirmed).toBe(false);
      expect(isoOf(again.now())).toBe('2026-03-02T07:05:00.000Z');
    });

    it('is listed as an irregularity once, for those who watch over the prison', async () => {
      await startedAt('2020-01-01T00:00:00Z');
      await startedAt('2020-01-01T00:00:00Z');
      expect(await jumps()).toMatchObject([
        {
          kind: 'clock-jumped',
          detail: { reason: 'behind-last-entry', system: '2020-01-01T00:00:00.000Z' },
        },
      ]);
    });
  });

  describe('the clock while the server runs', () => {
    const note = () => noteTime(prison.server.database, prison.clock);

    it.each([
      ['two kiosks are wrong', [3_600, 3_600], null],
      ['one of three is wrong', [0, 5, 36_000], null],
      ['three agree within a quarter of an hour', [800, 850, 899], null],
      ['three are ahead', [1_000, 1_200, 5_000], 'kiosks-disagree'],
      ['three are behind', [-1_000, -1_200, -5_000], 'kiosks-disagree'],
    ])('when %s', async (_, errors, reason) => {
      await kiosksOffBy(...errors);
      await note();
      expect(prison.clock.reason).toBe(reason);
    });

    it('goes on from the kiosks’ time when they are ahead, so that no deadline is forgotten', async () => {
      await kiosksOffBy(3_600, 3_700, 3_650);
      await note();
      expect(isoOf(prison.clock.now())).toBe('2026-03-02T08:00:50.000Z');
    });

    it('is not believed any more when it jumps', async () => {
      prison.clock.pass({ minutes: 1 });
      await note();
      prison.clock.set('2026-03-02T06:00:00Z');
      await note();
      expect(prison.clock.reason).toBe('behind-last-entry');
    });

    it('is the same for every process over one store', async () => {
      const other = makeTestClock('2026-03-02T07:00:00Z');
      await startedAt('2020-01-01T00:00:00Z');
      await noteTime(prison.server.database, other);
      expect(other.confirmed).toBe(false);
    });
  });

  describe('two people', () => {
    it('confirm the time; the first alone changes nothing', async () => {
      await kiosksOffBy(3_600, 3_700, 3_650);
      await noteTime(prison.server.database, prison.clock);
      const charge = await prison.loginAs('officer-in-charge');
      const justice = await prison.loginAs('visiting-justice');
      expect((await charge('GET /api/staff/me')).body.timeConfirmed).toBe(false);
      const state = { confirmed: false, reason: 'kiosks-disagree', now: '2026-03-02T07:00:00.000Z' };
      expect((await charge('GET /api/time')).body).toMatchObject({ ...state, confirmedBy: [] });
      const first = await charge('POST /api/time/confirm');
      expect(first.body).toMatchObject({ ...state, confirmedBy: ['The officer-in-charge'] });
      const same = await charge('POST /api/time/confirm');
      expect(same.body).toMatchObject({ ...state, confirmedBy: ['The officer-in-charge'] });
      const second = await justice('POST /api/time/confirm');
      expect(second.body).toMatchObject({ confirmed: true, reason: null, confirmedBy: [] });
      expect(isoOf(prison.clock.now())).toBe('2026-03-02T07:00:00.000Z');
      // The kiosks are still wrong, and what the log says was written under their time: it is settled.
      await noteTime(prison.server.database, prison.clock);
      expect(prison.clock.confirmed).toBe(true);
      expect((await startedAt('2026-03-02T07:01:00Z')).confirmed).toBe(true);
      // Once they are right, that is no jump either; once they are wrong in another way, it is.
      await setKiosks(0);
      await noteTime(prison.server.database, prison.clock);
      expect(prison.clock.confirmed).toBe(true);
      await setKiosks(-7_200);
      await noteTime(prison.server.database, prison.clock);
      expect(prison.clock.reason).toBe('kiosks-disagree');
      const kept = await prison.server.database.read
        .selectFrom('record')
        .select(['content', 'actor_id'])
        .where('kind', '=', 'time')
        .execute();
      expect(kept.map(row => JSON.parse(row.content).action).sort()).toEqual([
        'confirmed-first',
        'confirmed-second',
      ]);
    });

    it('are not one and somebody under him', async () => {
      await startedAt('2020-01-01T00:00:00Z');
      await noteTime(prison.server.database, prison.clock);
      const charge = await prison.loginAs('officer-in-charge');
      const deputy = await prison.loginAs('deputy');
      await charge('POST /api/time/confirm');
      expect((await deputy('POST /api/time/confirm')).problem).toBe('second-person-needed');
      expect(prison.clock.confirmed).toBe(false);
    });

    it('confirm again after another jump: what was said of the first does not count', async () => {
      await startedAt('2020-01-01T00:00:00Z');
      await noteTime(prison.server.database, prison.clock);
      await (await prison.loginAs('administrator'))('POST /api/time/confirm');
      await (await prison.loginAs('visiting-justice'))('POST /api/time/confirm');
      prison.clock.pass({ hours: -3 });
      await noteTime(prison.server.database, prison.clock);
      const { body } = await (await prison.loginAs('officer-in-charge'))('GET /api/time');
      expect(body).toMatchObject({ confirmed: false, confirmedBy: [] });
    });

    it('have nothing to confirm while time is believed', async () => {
      const charge = await prison.loginAs('officer-in-charge');
      expect((await charge('POST /api/time/confirm')).body).toMatchObject({
        confirmed: true,
        confirmedBy: [],
      });
    });
  });

  // Last, because what is logged stays: no test after it could start at seven again.
  describe('the log', () => {
    it('is what the clock is compared with at start, if its newest entry is later than the last note', async () => {
      prison.clock.pass({ minutes: 30 });
      await makeCase(prison);
      expect((await startedAt('2026-03-02T07:20:00Z')).reason).toBe('behind-last-entry');
    });
  });
});
