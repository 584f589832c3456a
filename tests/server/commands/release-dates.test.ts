import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conventions } from '../../../shared/sentence/case.ts';
import { casesOnDisk, inputOf } from '../../shared/sentence/cases-on-disk.ts';
import type { Ran } from './run-command.ts';

const command = join(import.meta.dirname, '../../../server/commands/release-dates.ts');

/** Runs the command as npm would, in a zone; it needs no store. */
async function run(args: readonly string[], input: unknown = '', zone = 'UTC'): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [command, ...args], { env: { PATH, TZ: zone } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(typeof input === 'string' ? input : JSON.stringify(input));
  const ended = new Promise<number | null>(resolve => {
    child.on('close', resolve);
  });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const year = { id: 'a', date: '2024-01-01', years: 1 };
const dates = { latest: '2024-12-31', earliest: '2024-08-31', totalDays: 366, remission: 122 };

describe('release-dates', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sauti-dates-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says how it is used, and reads no file of that name', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Usage: /) });
  });

  const written = async (name: string, content: string) => {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  };

  it('reads a register from a file and answers each case in its order, by the calendar if nothing is said', async () => {
    const register = [
      { case: 'second', sentences: [{ ...year, kind: 'life' }] },
      { case: 'first', sentences: [year] },
      { case: 'third', convention: 'thirty-day-months', sentences: [year] },
    ];
    const { code, out, err } = await run([await written('register.json', JSON.stringify(register))]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual([
      { case: 'second', refused: 'life' },
      { case: 'first', ...dates, steps: expect.arrayContaining([expect.objectContaining({ key: 'total' })]) },
      expect.objectContaining({ case: 'third', latest: '2024-12-25', remission: 120 }),
    ]);
  });

  it('names what is not in the form, and goes on with the rest', async () => {
    const { code, out } = await run(
      ['-'],
      [
        { case: 'misspelt', sentences: [year], forfeited: 3 },
        { case: 'a word', sentences: [{ ...year, years: 'one' }] },
        { case: 'less than nothing', sentences: [year], forfeitedDays: -1 },
        { case: 'part of a day', sentences: [{ ...year, days: 0.5 }] },
        { sentences: [year] },
        null,
        'text',
        { case: 'sound', sentences: [year] },
      ],
    );
    expect(code).toBe(0);
    const results: { case: unknown; refused?: string; where?: string; latest?: string }[] = JSON.parse(out);
    expect(results.map(result => [result.case, result.refused ?? result.latest])).toEqual([
      ['misspelt', 'malformed'],
      ['a word', 'malformed'],
      ['less than nothing', 'malformed'],
      ['part of a day', 'malformed'],
      [null, 'malformed'],
      [null, 'malformed'],
      [null, 'malformed'],
      ['sound', '2024-12-31'],
    ]);
    expect(results[1]?.where).toBe('/sentences/0/years');
  });

  it('says in one line what it cannot read', async () => {
    const cut = await written('cut.json', '[{"case": ');
    const single = await written('single.json', JSON.stringify({ case: 'alone', sentences: [year] }));
    const ran = await Promise.all([run([]), run([cut]), run([single]), run([join(folder, 'none.json')])]);
    expect(ran.map(({ code, out }) => [code, out])).toEqual([
      [2, ''],
      [1, ''],
      [1, ''],
      [1, ''],
    ]);
    expect(ran.map(({ err }) => err.trim())).toEqual([
      expect.stringMatching(/^Name a file of cases.*$/),
      expect.stringMatching(/cut\.json cannot be read as JSON: .*$/),
      'The file must hold a JSON array of cases.',
      expect.stringMatching(/none\.json .*ENOENT.*$/),
    ]);
  });

  // A date that passes through an instant shifts by a day east or west of Greenwich, or where clocks are put on.
  it.each(['UTC', 'Africa/Nairobi', 'Pacific/Auckland'])('counts every case alike in %s', async zone => {
    const asked = [...casesOnDisk.values()].flatMap(file =>
      conventions.map(convention => ({
        input: inputOf(file, convention),
        wanted: { case: file.case, ...file.expected[convention] },
      })),
    );
    const { code, out } = await run(
      ['-'],
      asked.map(({ input }) => input),
      zone,
    );
    expect(code).toBe(0);
    const results: { steps?: unknown }[] = JSON.parse(out);
    expect(results.map(({ steps: _steps, ...result }) => result)).toEqual(asked.map(({ wanted }) => wanted));
  });
});
