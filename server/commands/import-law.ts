import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isoOf } from '../clock.ts';
import { replaceLaw } from '../queries/law.ts';
import { CommandRefused, runCommand, withStore } from './command.ts';
import { lawFrom, summaryOf } from './law-text.ts';

const usage = `Usage: npm run import-law -- FILE

Reads the published text of the Prisons Rules (Legal Notice 60 of 1963) from FILE, or from standard input if
FILE is -, and puts its rules in the place of those that were entered before. A text that is not whole is
refused with the line at which it stops making sense, and nothing is changed.`;

/** Bytes that are no UTF-8 become U+FFFD, which the reader of the law refuses with its line. */
async function textOf(file: string): Promise<string> {
  if (file === '-') return (await buffer(process.stdin)).toString('utf8');
  try {
    // npm runs scripts in the project's folder; the name was typed in another one.
    return await readFile(resolve(process.env.INIT_CWD ?? '', file), 'utf8');
  } catch (error) {
    throw new CommandRefused(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

await runCommand(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (file === '--help') return console.log(usage);
  if (file === undefined || more.length > 0) throw new CommandRefused(usage);
  const law = lawFrom(await textOf(file));
  await withStore(({ database, clock }) => replaceLaw(database, law, isoOf(clock.now())));
  console.log(summaryOf(law));
});
