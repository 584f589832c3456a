import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CarryFile } from '../../../shared/kiosk/carry-schema.ts';
import { isDevicePin } from '../../../shared/kiosk/device-pin.ts';
import { exportRecord, makeCarryFile } from '../../helpers/carry-file.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

withDatabases(open => {
  let prison: TestServer;
  let administrator: As;
  let kiosk: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    administrator = await prison.loginAs('administrator');
    kiosk = await prison.enrolKiosk();
  });
  afterAll(() => prison.close());
  const bring = (file: string, as = administrator) => as('POST /api/kiosks/imports', {}, { body: { file } });
  const { read } = { read: () => prison.server.database.read };
  const rows = () => read().selectFrom('intake').select(['id', 'receipt']).orderBy('id').execute();
  const makeItems = async (count: number, from = kiosk) => {
    const items = [];
    for (let made = 0; made < count; made += 1) items.push(await from.makeItem());
    return items;
  };
  const nothing = { known: 0, conflicting: 0, refused: [] };
  const imports = async () => {
    const found = await read().selectFrom('record').select('content').where('kind', '=', 'kiosk').execute();
    return found.map(row => JSON.parse(row.content)).filter(({ action }) => action === 'imported');
  };
  const exportsListed = async () => (await administrator('GET /api/kiosks/exports')).body.exports;

  describe('a carried queue', () => {
    it('is taken in once, however often it is brought, by whom and with what is sent meanwhile', async () => {
      const items = await makeItems(3);
      const file = await makeCarryFile(kiosk, items);
      const [sentBefore] = items;
      if (!sentBefore) throw new Error('no item');
      const receipt = (await prison.post(sentBefore)).raw.body;
      const first = await bring(file);
      expect(first.body).toMatchObject({ ...nothing, new: 2, known: 1, revoked: false });
      const kept = await rows();
      expect(kept.find(row => row.id === sentBefore.statement.id)?.receipt).toBe(receipt);
      const officer = await prison.loginAs('officer-in-charge');
      expect((await bring(file, officer)).body).toMatchObject({ ...nothing, new: 0, known: 3 });
      expect(await rows()).toEqual(kept);
      for (const item of items) expect((await prison.post(item)).status).toBe(200);
      expect(await rows()).toEqual(kept);
      expect((await imports()).slice(-2).map(one => [one.new, one.known])).toEqual([
        [2, 1],
        [0, 3],
      ]);
    });

    it('is opened like one that was sent: the submissions are there', async () => {
      const items = await makeItems(2);
      await bring(await makeCarryFile(kiosk, items));
      await prison.settle();
      const ids = items.map(item => item.statement.id);
      const found = await read().selectFrom('submission').select('id').where('id', 'in', ids).execute();
      expect(found.map(row => row.id).sort()).toEqual(ids.sort());
    });

    it('names conflicts and refusals one by one, and takes the rest', async () => {
      const [known, good, forged] = await makeItems(3);
      if (!known || !good || !forged) throw new Error('no item');
      await prison.post(known);
      const other = await kiosk.makeItem({ problem: 'dirty' }, undefined, { id: known.statement.id });
      const texts = [other, good, { ...forged, sealed: `${forged.sealed}A` }].map(item =>
        JSON.stringify(item),
      );
      const file = await makeCarryFile(kiosk, [good], { texts: [...texts, 'no item at all'] });
      expect((await bring(file)).body).toMatchObject({
        new: 1,
        known: 0,
        conflicting: 1,
        refused: [
          { problem: 'hash-wrong', count: 1 },
          { problem: 'malformed', count: 1 },
        ],
      });
    });

    it('of several hundred items is taken whole', async () => {
      const items = await makeItems(250);
      expect((await bring(await makeCarryFile(kiosk, items))).body).toMatchObject({ ...nothing, new: 250 });
    });

    it('of a revoked kiosk is taken in, marked', async () => {
      const gone = await prison.enrolKiosk();
      const items = await makeItems(1, gone);
      await administrator('POST /api/kiosks/:id/revoke', { id: gone.id }, { body: { reason: 'Stolen.' } });
      expect((await bring(await makeCarryFile(gone, items))).body).toMatchObject({ new: 1, revoked: true });
      await prison.settle();
      const justice = await prison.loginAs('visiting-justice');
      const { irregularities } = (await justice('GET /api/irregularities')).body;
      expect(irregularities.filter(({ kind }) => kind === 'revoked-kiosk')).toHaveLength(1);
    });
  });

  describe('a file without a signature', () => {
    it('is taken from a revoked kiosk, whose key is wiped; its items are signed', async () => {
      const gone = await prison.enrolKiosk();
      const [good, forged] = await makeItems(2, gone);
      if (!good || !forged) throw new Error('no item');
      await administrator('POST /api/kiosks/:id/revoke', { id: gone.id }, { body: { reason: 'Stolen.' } });
      const texts = [good, { ...forged, signature: good.signature }].map(item => JSON.stringify(item));
      const file = await makeCarryFile(gone, [good], { texts, after: { signature: null } });
      expect((await bring(file)).body).toMatchObject({
        new: 1,
        revoked: true,
        refused: [{ problem: 'kiosk-signature-wrong', count: 1 }],
      });
    });

    it('is refused from a kiosk that could have signed', async () => {
      const file = await makeCarryFile(kiosk, [await kiosk.makeItem()], { after: { signature: null } });
      expect((await bring(file)).problem).toBe('carry-changed');
    });
  });

  describe('a file that is not right changes nothing:', () => {
    const anything = randomUUID();
    const change = (file: string, changes: (parsed: CarryFile) => object) =>
      JSON.stringify({ ...JSON.parse(file), ...changes(JSON.parse(file)) });
    const cases: [string, string, (file: string) => string][] = [
      ['half of it', 'carry-not-whole', file => file.slice(0, file.length / 2)],
      ['a picture', 'carry-not-whole', () => '\u0089PNG'],
      ['with a field that nobody knows', 'carry-not-whole', file => change(file, () => ({ more: 1 }))],
      ['of another version', 'carry-not-whole', file => change(file, () => ({ format: 'sauti-carry/9' }))],
      ['of a kiosk that is not ours', 'carry-not-ours', file => change(file, () => ({ kiosk: anything }))],
      [
        'with another time',
        'carry-changed',
        file => change(file, () => ({ madeAt: '2020-01-01T00:00:00Z' })),
      ],
      ['with another number', 'carry-changed', file => change(file, () => ({ export: anything }))],
      [
        'with a byte changed inside',
        'carry-changed',
        file =>
          change(file, ({ sealed }) => ({
            sealed: `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`,
          })),
      ],
    ];
    it.each(cases)('%s', async (_name, problem, spoil) => {
      const file = await makeCarryFile(kiosk, [await kiosk.makeItem()]);
      const before = [await rows(), await exportsListed(), (await imports()).length];
      expect((await bring(spoil(file))).problem).toBe(problem);
      expect([await rows(), await exportsListed(), (await imports()).length]).toEqual(before);
      expect((await bring(file)).body).toMatchObject({ new: 1 });
    });

    it('signed rightly, but with something else inside', async () => {
      const content = { version: 2 as never };
      const file = await makeCarryFile(kiosk, [await kiosk.makeItem()], { content });
      expect((await bring(file)).problem).toBe('carry-does-not-open');
    });

    it('the inside of another export under a new signature', async () => {
      const file = await makeCarryFile(kiosk, [await kiosk.makeItem()], { content: { export: anything } });
      expect((await bring(file)).problem).toBe('carry-does-not-open');
    });
  });

  describe('exports', () => {
    const beat = async (from: TestKiosk, exports: ReturnType<typeof exportRecord>[]) =>
      (await prison.asKiosk(from))(
        'POST /api/kiosks/heartbeat',
        {},
        {
          body: {
            wall: prison.clock.system().toString(),
            monotonic: 5,
            boot: randomUUID(),
            sequence: 1,
            waiting: 1,
            quarantined: 0,
            build: 'test',
            persisted: true,
            exports,
          },
        },
      );

    it('that a kiosk reports are listed, late after seven days, until the stick is brought', async () => {
      const from = await prison.enrolKiosk();
      const items = await makeItems(2, from);
      const id = randomUUID();
      const madeAt = prison.clock.system().toString({ smallestUnit: 'millisecond' });
      const record = exportRecord(items, id, madeAt);
      expect((await beat(from, [record])).body.exports).toEqual([id]);
      await beat(from, [record]);
      const row = async () => (await exportsListed()).find(one => one.id === id);
      expect((await exportsListed()).filter(one => one.id === id)).toHaveLength(1);
      expect(await row()).toMatchObject({ madeAt, importedAt: null, late: false, complete: false });
      prison.clock.pass({ hours: 24 * 7 });
      administrator = await prison.loginAs('administrator');
      expect(await row()).toMatchObject({ late: true, complete: false });
      for (const item of items) await prison.post(item);
      expect(await row()).toMatchObject({ late: true, complete: true });
      await bring(await makeCarryFile(from, items, { before: { export: id }, madeAt }));
      expect(await row()).toMatchObject({ late: false, complete: true });
      expect((await row())?.importedAt).not.toBeNull();
    });

    it('that nobody brought are told by the next stick', async () => {
      const from = await prison.enrolKiosk();
      const items = await makeItems(1, from);
      const lost = exportRecord(items, randomUUID(), '2026-03-01T07:00:00.000Z');
      await bring(await makeCarryFile(from, items, { earlier: [lost] }));
      const found = (await exportsListed()).find(one => one.id === lost.id);
      expect(found).toMatchObject({ importedAt: null, complete: true });
    });
  });

  it('a device PIN is shown once, kept as a slow hash, and reaches the kiosk with its settings', async () => {
    const { body } = await administrator('POST /api/kiosks/:id/device-pin', { id: kiosk.id });
    expect(body.devicePin).toMatch(/^[0-9]{6}$/);
    const { devicePin } = (await (await prison.asKiosk(kiosk))('GET /api/kiosks/settings')).body;
    if (!devicePin) throw new Error('no PIN');
    expect(await isDevicePin(body.devicePin, devicePin)).toBe(true);
    expect(await isDevicePin('000000' === body.devicePin ? '000001' : '000000', devicePin)).toBe(false);
    const kept = await read().selectFrom('kiosk').selectAll().where('id', '=', kiosk.id).execute();
    expect(JSON.stringify(kept)).not.toContain(body.devicePin);
  });
});
