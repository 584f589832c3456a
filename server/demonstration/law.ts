import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLaw } from '../../shared/law/parse-law.ts';
import { prisonsRulesShape } from '../../shared/law/parsed-law.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { replaceLaw } from '../queries/law.ts';

async function textOf(sharedDir: string | null): Promise<string | null> {
  if (sharedDir === null) return null;
  try {
    return await readFile(join(sharedDir, 'data', 'prisons-rules-1963.txt'), 'utf8');
  } catch {
    return null;
  }
}

/** Enters the law's own words if their file lies here. Answers why not, in one sentence, or null. */
export async function enterLaw({ config, database, clock }: Context): Promise<string | null> {
  const text = await textOf(config.sharedDir);
  if (text === null)
    return 'The words of the law are not entered: the text of the Prisons Rules was not found. Enter them with npm run import-law -- FILE.';
  const parsed = parseLaw(text, prisonsRulesShape);
  if (!parsed.ok)
    return `The words of the law are not entered: line ${parsed.line} of their text cannot be read (${parsed.reason}).`;
  await replaceLaw(database, parsed.law, isoOf(clock.now()));
  return null;
}
