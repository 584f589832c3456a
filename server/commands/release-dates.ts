import { readFileSync } from 'node:fs';
import Compile from 'typebox/compile';
import { releaseDates } from '../../shared/sentence/release-dates.ts';
import { CaseInput, wholeCase } from '../../shared/sentence/schema.ts';

/**
 * `npm run release-dates -- FILE`: a JSON array of cases in, a JSON array of results out, in order; `-` reads
 * standard input. A case that is not in the form is refused as `malformed` and the rest goes on.
 */
const check = Compile(CaseInput);

const usage = `Usage: npm run release-dates -- FILE

Reads a JSON array of cases from FILE, or from standard input if FILE is -, and writes a JSON array of results in the
same order. A case that is not in the form is refused as malformed; the rest goes on.`;

function resultOf(input: unknown): object {
  const name = (input as { case?: unknown } | null)?.case ?? null;
  if (!check.Check(input)) {
    const [error] = check.Errors(input);
    return { case: name, refused: 'malformed', where: error?.instancePath || '/' };
  }
  const result = releaseDates(wholeCase(input));
  if (!result.ok) return { case: name, refused: result.refusal };
  const { latest, earliest, totalDays, remission, steps } = result.dates;
  return { case: name, latest, earliest, totalDays, remission, steps };
}

function main(file: string | undefined): number {
  if (file === '--help') {
    console.log(usage);
    return 0;
  }
  if (!file) {
    console.error('Name a file of cases, or - for standard input.');
    return 2;
  }
  let cases: unknown;
  try {
    cases = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    console.error(`${file} cannot be read as JSON: ${(error as Error).message}`);
    return 1;
  }
  if (!Array.isArray(cases)) {
    console.error('The file must hold a JSON array of cases.');
    return 1;
  }
  process.stdout.write(`${JSON.stringify(cases.map(resultOf), null, 2)}\n`);
  return 0;
}

process.exitCode = main(process.argv[2]);
