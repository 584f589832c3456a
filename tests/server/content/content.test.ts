import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleBytes } from '../../../shared/content/bundle.ts';
import { pageCatalogue } from '../../../shared/content/pages.ts';
import type { ContentText } from '../../../shared/content/schema.ts';
import { inForceOn } from '../../../shared/content/version.ts';
import { sha256, toBase64Url, utf8 } from '../../../shared/crypto/bytes.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

type Words = ContentText['english'];
const digestOf = async (bytes: Uint8Array<ArrayBuffer>) => toBase64Url(await sha256(bytes));

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  const known = new Map<StaffName, Asking>();
  const as = async (name: StaffName): Promise<Asking> => {
    const asking = known.get(name) ?? (await prison.loginAs(name));
    known.set(name, asking);
    return asking;
  };
  const show = async (page: string, language: string) =>
    (await (await as('editor'))('GET /api/content/:page/:language', { page, language })).body;
  const write = async (name: StaffName, words: Words, source: string | null, readers: string[] = []) =>
    (await as(name))(
      'POST /api/content/:page/:language',
      { page: words.id, language: source === null ? 'en' : 'sw' },
      { body: { words, readers, source } },
    );
  const step = async (
    name: StaffName,
    id: string,
    action: 'review' | 'publish' | 'refuse',
    more: { validFrom?: string; reason?: string } = {},
  ) =>
    (await as(name))(
      'POST /api/content/versions/:id/step',
      { id },
      { body: { action, validFrom: more.validFrom ?? null, reason: more.reason ?? null } },
    );
  const titled = (words: Words, title: string): Words => ({ ...words, title });
  const kiosk = async () => prison.asKiosk(await prison.enrolKiosk());
  const bundleNow = async (asking: Asking) => (await asking('GET /api/kiosks/content')).body;
  const titleOn = async (page: string, language: string, day: string) => {
    const { entries, texts } = await bundleNow(await kiosk());
    const entry = inForceOn(entries, day).find(one => one.page === page && one.language === language);
    const words = texts.find(({ digest }) => digest === entry?.text)?.words;
    return { ...entry, title: JSON.parse(words ?? '{}').title as string };
  };
  const beat = async (asking: Asking, content?: string) =>
    (
      await asking(
        'POST /api/kiosks/heartbeat',
        {},
        {
          body: {
            wall: prison.clock.system().toString({ smallestUnit: 'millisecond' }),
            monotonic: 1,
            boot: '0190d2c4-0000-7000-8000-000000000001',
            sequence: 0,
            waiting: 0,
            quarantined: 0,
            build: 'a',
            persisted: true,
            ...(content ? { content } : {}),
          },
        },
      )
    ).body;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());

  describe('what kiosks are given', () => {
    it('is every page of the program at first, each text what its digest says, under one digest', async () => {
      const { digest, entries, texts } = await bundleNow(await kiosk());
      for (const language of ['en', 'sw'])
        expect(entries.filter(entry => entry.language === language).map(({ page }) => page)).toEqual(
          pageCatalogue.map(({ id }) => id),
        );
      expect(await digestOf(bundleBytes(entries.toReversed()))).toBe(digest);
      for (const text of texts) expect(await digestOf(utf8(text.words))).toBe(text.digest);
      expect(new Set(entries.map(({ text }) => text))).toEqual(new Set(texts.map(text => text.digest)));
    });
  });

  describe('a page', () => {
    it('reaches kiosks once another person reviewed it and another person published it', async () => {
      const { english, versions } = await show('food', 'en');
      expect(versions).toMatchObject([{ version: 0, inForce: true, written: null }]);
      const before = (await beat(await kiosk())).content;
      const { id } = (await write('translator', titled(english, 'Your food'), null)).body;
      expect((await step('editor', id, 'publish')).problem).toBe('not-in-this-state');
      expect((await step('translator', id, 'review')).problem).toBe('second-person-needed');
      expect((await step('editor', id, 'review')).status).toBe(200);
      expect((await step('translator', id, 'publish')).problem).toBe('not-your-role');
      expect((await titleOn('food', 'en', '2026-03-02')).title).toBe('Food');
      expect((await step('editor', id, 'publish')).status).toBe(200);
      expect(await titleOn('food', 'en', '2026-03-02')).toMatchObject({ version: 1, title: 'Your food' });
      expect((await step('editor', id, 'refuse', { reason: 'Late' })).problem).toBe('already-decided');
      expect((await beat(await kiosk())).content).not.toBe(before);
    });

    it('keeps its former versions, with who wrote, reviewed and published each', async () => {
      const { versions, standing } = await show('food', 'en');
      expect(versions.map(one => [one.version, one.words.title, one.inForce])).toEqual([
        [1, 'Your food', true],
        [0, 'Food', false],
      ]);
      expect(versions[0]).toMatchObject({
        written: { by: 'The translator' },
        reviewed: { by: 'The editor' },
        decided: { by: 'The editor' },
        validFrom: '2026-03-02',
      });
      expect(standing).toBe('reviewed');
    });

    it('in Kiswahili is older than its source until it was written from that source', async () => {
      const { kiswahili, englishText, standing } = await show('food', 'sw');
      expect(standing).toBe('older');
      const { id } = (await write('editor', titled(kiswahili, 'Chakula chako'), englishText)).body;
      const { pages } = (await (await as('visiting-justice'))('GET /api/content')).body;
      const row = pages
        .find(({ page }) => page === 'food')
        ?.languages.find(({ language }) => language === 'sw');
      expect(row).toEqual({ language: 'sw', standing: 'older', waiting: 'draft' });
      await step('translator', id, 'review');
      // Whoever wrote it does not publish it, but the officer in charge may.
      expect((await step('editor', id, 'publish')).problem).toBe('second-person-needed');
      expect((await step('officer-in-charge', id, 'publish')).status).toBe(200);
      expect((await show('food', 'sw')).standing).toBe('reviewed');
      const justice = await as('visiting-justice');
      const { languages } = (await justice('GET /api/languages')).body;
      const all = pageCatalogue.length;
      expect(languages.find(({ code }) => code === 'sw')?.standing?.pages).toEqual({
        all,
        written: all,
        reviewed: 1,
      });
      const { texts } = (await justice('GET /api/languages/:code', { code: 'sw' })).body;
      expect(texts.find(({ id }) => id === 'page:food')).toMatchObject({
        own: 'Chakula chako',
        coverage: 'reviewed',
      });
    });

    it('that counts from a later day lies at the kiosks before it, and for nobody sooner', async () => {
      const { english } = await show('work', 'en');
      const { id } = (await write('translator', titled(english, 'Working'), null, ['convicted'])).body;
      await step('editor', id, 'review');
      expect((await step('editor', id, 'publish', { validFrom: '2026-03-01' })).problem).toBe('value-wrong');
      await step('editor', id, 'publish', { validFrom: '2026-03-05' });
      expect((await titleOn('work', 'en', '2026-03-04')).title).toBe(english.title);
      expect(await titleOn('work', 'en', '2026-03-05')).toMatchObject({
        title: 'Working',
        readers: ['convicted'],
      });
    });

    it('that was refused says why, and shows nowhere', async () => {
      const { english } = await show('bail', 'en');
      const { id } = (await write('translator', titled(english, 'Money for bail'), null)).body;
      expect((await step('editor', id, 'refuse')).problem).toBe('value-wrong');
      await step('editor', id, 'refuse', { reason: 'The old name was clearer' });
      expect((await show('bail', 'en')).versions[0]).toMatchObject({
        state: 'refused',
        reason: 'The old name was clearer',
        inForce: false,
      });
    });

    it.each<[string, (words: Words) => Words, string]>([
      ['a number that is another', words => change(words, /14/g, '40'), 'other-numbers'],
      ['a block less', words => ({ ...words, blocks: words.blocks.slice(1) }), 'blocks:not-as-many'],
      ['another rule', words => ({ ...words, rules: [1, ...words.rules] }), 'page:other-law'],
    ])('in Kiswahili cannot be kept with %s', async (_name, wrong, fault) => {
      const { kiswahili, englishText } = await show('appeals', 'sw');
      const { raw, problem } = await write('translator', wrong(kiswahili), englishText);
      expect(problem).toBe('page-wrong');
      expect(raw.json().detail).toContain(fault);
    });

    it('in English cannot be kept if a child could not read it', async () => {
      const { english } = await show('appeals', 'en');
      const hard =
        'Notwithstanding considerations regarding jurisdictional applicability, communicate immediately.';
      const words = { ...english, blocks: english.blocks.map(() => ({ kind: 'text' as const, text: hard })) };
      const { raw } = await write('translator', words, null);
      expect(raw.json()).toMatchObject({ problem: 'page-wrong', detail: 'page:too-hard' });
    });

    it('cannot be rewritten or taken out of the database', async () => {
      const { write: db } = prison.server.database;
      await expect(db.updateTable('content_version').set({ text: 'x' }).execute()).rejects.toThrow();
      for (const table of ['content_version', 'content_text', 'content_bundle'] as const)
        await expect(db.deleteFrom(table).execute()).rejects.toThrow();
    });
  });

  describe('a PO file', () => {
    const exported = async (language: string) =>
      (await (await as('translator'))('GET /api/content/po/:language', { language })).body.file;
    const bring = async (language: string, file: string) =>
      (await as('translator'))('POST /api/content/po/:language', { language }, { body: { file } });

    it('brings back as drafts the pages that are whole, and tells why others are not', async () => {
      const file = (await exported('sw'))
        .replaceAll('msgstr "Dhamana"', 'msgstr "Dhamana yako"')
        .replace(/(msgctxt "exercise\/title"\nmsgid "[^"]*"\nmsgstr )"[^"]*"/, '$1""')
        .replace(/(msgctxt "work\/title"\nmsgid ")/, '$1Once ');
      const { body } = await bring('sw', file);
      expect(body).toEqual({
        written: ['bail'],
        unchanged: pageCatalogue.length - 3,
        left: [
          { page: 'exercise', why: 'partly' },
          { page: 'work', why: 'older' },
        ],
      });
      expect((await show('bail', 'sw')).versions[0]).toMatchObject({
        state: 'draft',
        written: { by: 'The translator' },
        words: { title: 'Dhamana yako' },
      });
    });

    it('has nothing of a language in which nobody wrote yet but what is to be translated', async () => {
      const { body } = await bring('ki', await exported('ki'));
      expect(body).toEqual({ written: [], unchanged: 0, left: [] });
      expect((await bring('en', 'x')).problem).toBe('not-found');
      expect((await bring('ki', 'Dear translator')).problem).toBe('po-wrong');
    });
  });

  describe('what a kiosk showed on a day', () => {
    it('is told by the log: the bundle, its entries, and their words', async () => {
      const asking = await kiosk();
      const { digest } = await bundleNow(asking);
      await beat(asking, digest);
      await beat(asking, digest);
      const justice = await as('visiting-justice');
      const { kiosks, bundles } = (await justice('GET /api/content/shown', { day: '2026-03-02' })).body;
      expect(kiosks).toMatchObject([{ wing: 'A', shown: [{ bundle: digest }] }]);
      const food = bundles[0]?.entries.find(({ page, language }) => page === 'food' && language === 'en');
      const text = await justice('GET /api/content/texts/:digest', { digest: food?.text ?? '' });
      expect(text.body.title).toBe('Your food');
      const records = await prison.server.database.read
        .selectFrom('record')
        .select('content')
        .where('kind', '=', 'content')
        .execute();
      expect(records.filter(({ content }) => content.includes('"shown"'))).toHaveLength(1);
      expect((await justice('GET /api/content/shown', { day: '2026-03-01' })).body.kiosks).toEqual([]);
    });
  });
});

/** The same page with other numbers in its blocks. */
function change(words: Words, what: RegExp, by: string): Words {
  return { ...words, blocks: JSON.parse(JSON.stringify(words.blocks).replace(what, by)) };
}
