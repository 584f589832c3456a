import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertStaff } from '../../../server/queries/staff.ts';
import { hashSecret } from '../../../server/secrets.ts';
import { filledUp, findAnswer, newLetterCode, sealAnswer } from '../../../shared/letter/answer.ts';
import { openLetter, sealLetter } from '../../../shared/letter/envelope.ts';
import type { JusticeKeys } from '../../../shared/letter/justice-key.ts';
import { openPack } from '../../../shared/letter/pack.ts';
import { readersOf, recipientsOf, signStatement } from '../../../shared/letter/register.ts';
import type { LetterPack } from '../../../shared/letter/schema.ts';
import { password } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { aLetter, makeBatch, makeJustice, makeSheet } from '../../helpers/justice.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

withDatabases(open => {
  let prison: TestServer;
  let anne: JusticeKeys;
  let ben: JusticeKeys;
  let stranger: JusticeKeys;
  let justice: Awaited<ReturnType<TestServer['loginAs']>>;
  let kiosk: TestKiosk;
  let desk: () => Promise<Awaited<ReturnType<typeof askDesk>>['body']>;
  const askDesk = async () => (await prison.asKiosk(kiosk))('GET /api/kiosks/letters');
  beforeAll(async () => {
    prison = await openTestServer(open);
    [anne, ben, stranger] = await Promise.all([makeJustice('Anne'), makeJustice('Ben'), makeJustice('X')]);
    justice = await prison.loginAs('visiting-justice');
    kiosk = await prison.enrolKiosk();
    desk = async () => (await askDesk()).body;
  });
  afterAll(() => prison.close());

  const enter = async (by: JusticeKeys, whom: JusticeKeys) =>
    (
      await justice(
        'POST /api/letters/keys',
        {},
        { body: await signStatement(by, prison.cast.prisonId, 'enrol', whom.card) },
      )
    ).problem;

  async function write(letter: ReturnType<typeof aLetter>): Promise<string> {
    const { register } = await desk();
    const readers = await readersOf(register, prison.cast.prisonId, anne.card.signing);
    return sealLetter(recipientsOf(readers, letter.danger), prison.cast.prisonId, letter);
  }

  const textsIn = async (keys: JusticeKeys, pack: LetterPack) =>
    (await openPack(keys, pack))?.letters.map(({ letter, answered }) => [
      letter.code,
      letter.text,
      answered,
    ]) ?? null;

  it('before a justice has given a key there is no pack to carry, and no reader at a kiosk', async () => {
    expect((await justice('GET /api/letters/pack')).problem).toBe('letters-no-reader');
    expect(await desk()).toEqual({ direction: null, register: [], answers: [], nextVisit: null });
  });

  it('kiosks get the keys that a justice signed for, and no others', async () => {
    expect(await enter(anne, anne)).toBeNull();
    expect(await enter(stranger, stranger)).toBe('letter-key-refused');
    expect(await enter(stranger, ben)).toBe('letter-key-refused');
    expect(await enter(anne, ben)).toBeNull();
    expect(await enter(anne, ben)).toBe('letter-key-refused');
    expect((await desk()).register.map(({ card }) => card.name)).toEqual(['Anne', 'Ben']);
  });

  it('the direction is headquarters’, takes two people, and is never taken back', async () => {
    const propose = async (value: string | null) => {
      const first = await prison.loginAs('commissioner');
      const change = {
        key: 'sealed-letters-direction',
        value,
        source: 'Direction under rule 58',
        confirmed: false,
        paper: null,
        validFrom: '2026-03-01',
        reason: 'Sealed letters begin.',
      };
      return first('POST /api/rulebook/changes', {}, { body: change });
    };
    expect((await propose('  ')).problem).toBe('value-wrong');
    const { body } = await propose('CGP/12/2026');
    expect((await desk()).direction).toBeNull();
    const { database, keys, clock } = prison.server.context;
    await insertStaff(database.write, {
      prisonId: null,
      username: 'second-commissioner',
      name: 'Second',
      role: 'commissioner',
      passwordHash: await hashSecret(password, keys.pepper),
      state: 'active',
      mustChange: false,
      proposedBy: null,
      at: clock.system().toString(),
    });
    const second = await prison.loginAs('second-commissioner' as 'commissioner');
    const decided = await second(
      'POST /api/rulebook/changes/:id/decide',
      { id: body.id },
      { body: { accept: true } },
    );
    expect(decided.problem).toBeNull();
    expect((await desk()).direction).toBe('CGP/12/2026');
    expect((await propose(null)).problem).toBe('out-of-bounds');
  });

  describe('a letter', () => {
    const code = newLetterCode();
    let tray: Awaited<ReturnType<typeof makeBatch>>;

    it('comes in with a tray, once, under a receipt', async () => {
      tray = await makeBatch(kiosk, 1, [await write(aLetter(code))]);
      const post = () => prison.ask('POST /api/letters/batches', {}, { body: tray });
      const [first, again] = [await post(), await post()];
      expect(first.status).toBe(200);
      expect(again.body).toEqual(first.body);
      const other = await makeBatch(kiosk, 1);
      const refused = await prison.ask('POST /api/letters/batches', {}, { body: other });
      expect(refused.problem).toBe('id-conflict');
    });

    it('opens for each justice from the pack, and not for a stranger', async () => {
      const { body: pack } = await justice('GET /api/letters/pack');
      expect(await textsIn(anne, pack)).toEqual([[code, aLetter(code).text, null]]);
      expect(await textsIn(ben, pack)).toHaveLength(1);
      expect(await textsIn(stranger, pack)).toBeNull();
    });

    it('stays shut for an administrator who has the database and every key of the server', async () => {
      const { database, keys } = prison.server.context;
      const dump = JSON.stringify([
        await database.read.selectFrom('letter_batch').selectAll().execute(),
        await database.read.selectFrom('record').selectAll().execute(),
        await database.read.selectFrom('letter_key').selectAll().execute(),
      ]);
      expect(dump).toContain(tray.letters[0]);
      expect(dump).not.toContain('mattress');
      expect(dump).not.toContain(code);
      const pair = keys.sealing.pairOf(keys.sealing.id);
      if (!pair) throw new Error('the server has a sealing key');
      for (const letter of tray.letters) {
        expect(await openLetter(pair, prison.cast.prisonId, letter)).toBeNull();
      }
    });

    it('in danger also opens for the reader on duty outside, and looks like any other', async () => {
      const duty = await makeJustice('On duty', 'duty');
      expect(await enter(ben, duty)).toBeNull();
      const [calm, danger] = [await write(aLetter(code)), await write(aLetter(code, { danger: true }))];
      expect(await openLetter(duty.sealing, prison.cast.prisonId, calm)).toBeNull();
      expect(await openLetter(duty.sealing, prison.cast.prisonId, danger)).toMatchObject({ danger: true });
      expect(danger).toHaveLength(calm.length);
    });
  });

  it('a night with letters leaves the same traces as one without', async () => {
    const traces = async (letters: readonly string[]) => {
      const own = await prison.enrolKiosk();
      const before = await prison.server.database.read.selectFrom('record').select('id').execute();
      const batch = await makeBatch(own, 1, letters);
      const { body } = await prison.ask('POST /api/letters/batches', {}, { body: batch });
      const rows = await prison.server.database.read.selectFrom('record').selectAll().execute();
      const known = new Set(before.map(({ id }) => id));
      return {
        sent: JSON.stringify(batch).length,
        answered: JSON.stringify(body).length,
        kept: rows.filter(({ id }) => !known.has(id)).map(({ kind, content }) => [kind, content.length]),
      };
    };
    const full = await Promise.all(Array.from({ length: 8 }, () => write(aLetter(newLetterCode()))));
    expect(await traces(full)).toEqual(await traces([]));
  });

  it('a tray that was changed, of another length, or of nobody’s kiosk is refused by name', async () => {
    const batch = await makeBatch(kiosk, 2);
    const post = async (body: object) =>
      (await prison.ask('POST /api/letters/batches', {}, { body })).problem;
    expect(await post({ ...batch, letters: batch.letters.toReversed() })).toBe('hash-wrong');
    expect(await post({ ...batch, statement: { ...batch.statement, night: 3 } })).toBe(
      'kiosk-signature-wrong',
    );
    expect(await post({ ...batch, statement: { ...batch.statement, kiosk: randomUUID() } })).toBe(
      'kiosk-unknown',
    );
    expect(await post({ ...batch, letters: batch.letters.slice(1) })).toBe('malformed');
  });

  it('answers of a justice reach every kiosk and are found by the code alone', async () => {
    const code = newLetterCode();
    const answers = filledUp([await sealAnswer(code, prison.cast.prisonId, 'will-see')]);
    const send = async (by: JusticeKeys) => {
      const sheet = await makeSheet(by, prison.cast.prisonId, answers);
      return (await justice('POST /api/letters/answers', {}, { body: sheet })).problem;
    };
    expect(await send(stranger)).toBe('letter-sheet-refused');
    expect(await send(anne)).toBeNull();
    const shown = await desk();
    expect(shown.nextVisit).toBe('2026-04-07');
    expect(await findAnswer(code, prison.cast.prisonId, shown.answers)).toBe('will-see');
    expect(await findAnswer(newLetterCode(), prison.cast.prisonId, shown.answers)).toBeNull();
  });

  it('what came stands for ever', async () => {
    const { write: db } = prison.server.database;
    for (const table of ['letter_batch', 'letter_key', 'letter_sheet'] as const)
      await expect(db.deleteFrom(table).execute()).rejects.toThrow();
  });
});
