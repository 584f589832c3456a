import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCode } from '../../../shared/submission/code.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let head: Asking;
  let reader: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    head = await prison.loginAs('officer-in-charge');
    reader = await prison.loginAs('first-reader');
  });
  afterAll(() => prison.close());
  const print = async (as: Asking, count: number) =>
    (await as('POST /api/paper', {}, { body: { count } })).body.forms;

  it('blocks follow one another without a gap, whoever prints them, also at the same moment', async () => {
    const blocks = await Promise.all([print(head, 8), print(reader, 12), print(head, 4)]);
    const numbers = blocks.flat().map(form => form.number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
  });

  it('each has a genuine code with its check character, and no two the same', async () => {
    const forms = await print(head, 40);
    expect(forms.every(({ code }) => readCode(code) === code)).toBe(true);
    expect(new Set(forms.map(({ code }) => code)).size).toBe(forms.length);
  });

  it('no code is one that a kiosk gives', async () => {
    const kiosk = await prison.enrolKiosk();
    for (let made = 0; made < 5; made += 1) await prison.post(await kiosk.makeItem());
    await prison.settle();
    const forms = await print(head, 20);
    const taken = await prison.server.database.read.selectFrom('intake').select('code').execute();
    const paper = new Set(forms.map(({ code }) => code));
    expect(taken).toHaveLength(5);
    expect(taken.filter(({ code }) => paper.has(code))).toEqual([]);
  });

  it('a form that nobody entered yet is known at every kiosk, and said to be so', async () => {
    const [form] = await print(head, 4);
    const kiosk = await prison.asKiosk(await prison.enrolKiosk());
    const look = async (code: string) => (await kiosk('POST /api/codes', {}, { body: { code } })).problem;
    expect(await look(String(form?.code))).toBe('paper-not-entered');
    expect(await look('00000000000')).toBe('code-wrong');
  });

  it('the list has the ranges, and nobody gets a code a second time', async () => {
    const { body } = await head('GET /api/paper');
    expect(body.blocks[0]).toMatchObject({ entered: 0, missing: [] });
    expect(body.blocks.at(-1)?.first).toBe(1);
    const [form] = await print(head, 4);
    expect(JSON.stringify((await head('GET /api/paper')).body)).not.toContain(form?.code);
  });

  it('what came back is counted, and what should have come by now is named', async () => {
    const forms = await print(head, 8);
    const [first, , third] = forms;
    // Entering paper is another page's work; a case under the code is all that counts here.
    for (const form of [first, third]) await enter(String(form?.code));
    const [block] = (await head('GET /api/paper')).body.blocks;
    expect(block).toMatchObject({ entered: 2, missing: [Number(first?.number) + 1] });
  });

  it('blocks stand for ever', async () => {
    const { write } = prison.server.database;
    await expect(write.deleteFrom('paper_code').execute()).rejects.toThrow();
    await expect(write.updateTable('paper_sheet').set({ last: 1 }).execute()).rejects.toThrow();
  });

  /** A case under a code, as a copy of one that a kiosk sent. */
  async function enter(code: string): Promise<void> {
    const kiosk = await prison.enrolKiosk();
    const item = await kiosk.makeItem();
    await prison.post(item);
    await prison.settle();
    const { read, write } = prison.server.database;
    const id = item.statement.id;
    const row = await read
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const intake = await read.selectFrom('intake').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const other = crypto.randomUUID();
    await write
      .insertInto('intake')
      .values({ ...intake, id: other, code })
      .execute();
    await write
      .insertInto('submission')
      .values({ ...row, id: other, code })
      .execute();
  }
});
