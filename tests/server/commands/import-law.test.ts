import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandRefused } from '../../../server/commands/command.ts';
import { lawFrom } from '../../../server/commands/law-text.ts';
import { foundPrison } from '../../../server/queries/found-prison.ts';
import { getLaw, replaceLaw } from '../../../server/queries/law.ts';
import type { Law } from '../../../shared/law/schema.ts';
import { type Open, withDatabases } from '../../helpers/databases.ts';
import { madeLaw, madeLawText } from './made-law.ts';
import { type Place, runCommand } from './run-command.ts';

const prisons = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const at = '2026-03-02T07:00:00.000Z';
/** What the prison has before: another law, told apart by its title. */
const oldLaw = { ...madeLaw, title: 'THE RULES BEFORE' };

const withoutRule80 = madeLawText.replace(/80\. Matter \w/, 'Matter');

withDatabases(open => {
  let folder: string;
  let place: Place;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sauti-import-'));
    const { url, dataDir } = open.config();
    place = { url, dataDir: dataDir || folder };
    await prepare(open);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (): Promise<{ law: Law; leaves: number }> => {
    const db = await open();
    const leaves = await db.read.selectFrom('log_entry').select('entry').execute();
    return { law: await getLaw(db.read), leaves: leaves.length };
  };

  it('refuses a text with a rule left out, and changes nothing', async () => {
    const before = await read();
    const file = join(folder, 'rules.txt');
    await writeFile(file, withoutRule80);
    const { code, out, err } = await runCommand('import-law', [file], place);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Refused \(rule-missing\)\. Line \d+: .* Nothing was changed\.\n$/);
    expect(await read()).toEqual(before);
  });

  it('puts the new words in the place of the old, with a line in every prison’s log', async () => {
    const before = await read();
    const { code, out } = await runCommand('import-law', ['-'], place, madeLawText);
    expect(code).toBe(0);
    expect(out).toContain('161 rules in 12 parts');
    expect(out).toContain('53 with their heading alone');
    const after = await read();
    expect(after.law.title).toBe(madeLaw.title);
    expect(after.law.version).not.toBe(before.law.version);
    expect(after.law.rules.map(rule => rule.body)).toEqual(madeLaw.rules.map(rule => rule.body));
    expect(after.leaves).toBe(before.leaves + prisons.length);
  });
});

/** Two prisons that have a law already. */
async function prepare(open: Open): Promise<void> {
  const db = await open();
  for (const [index, id] of prisons.entries())
    await db.transaction(async tx => {
      await foundPrison(tx, {
        id,
        name: `Prison ${index}`,
        zone: 'Africa/Nairobi',
        demonstration: false,
        wings: [{ id: id.replace(/^./, 'a'), name: 'Wing A' }],
        at,
      });
    });
  await replaceLaw(db, oldLaw, at);
}

it.each([
  ['an empty text', '', 'empty'],
  ['bytes that are no text', Buffer.from([0x50, 0xff, 0xfe, 0x0a]).toString('utf8'), 'not-text'],
  ['a text that was cut short', madeLawText.slice(0, madeLawText.indexOf('\n160. ')), 'rule-count'],
  ['a text with a rule left out', withoutRule80, 'rule-missing'],
  ['a text with a rule twice', madeLawText.replace(/80\. Matter/, '79. Matter'), 'rule-repeated'],
])('refuses %s by name', (_, text, reason) => {
  expect(() => lawFrom(text)).toThrow(CommandRefused);
  expect(() => lawFrom(text)).toThrow(`(${reason})`);
});

it.each([
  ['no file', [], 'Usage'],
  ['a file that is not there', ['/nowhere/rules.txt'], 'cannot be read (ENOENT)'],
])('refuses %s before it opens any store', async (_, args, reason) => {
  const dataDir = join(tmpdir(), 'sauti-not-made');
  const { code, err } = await runCommand('import-law', args, { url: null, dataDir });
  expect(code).toBe(1);
  expect(err).toContain(reason);
  expect(existsSync(dataDir)).toBe(false);
});
