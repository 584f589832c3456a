import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import Compile from 'typebox/compile';
import { oneOf } from '../../../shared/schema.ts';
import { type Convention, sentenceRefusals } from '../../../shared/sentence/case.ts';
import { CaseInput } from '../../../shared/sentence/schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });

const Expected = Type.Union([
  Type.Object(
    { latest: text, earliest: text, totalDays: Type.Integer(), remission: Type.Integer({ minimum: 0 }) },
    strict,
  ),
  Type.Object({ refused: oneOf(sentenceRefusals) }, strict),
]);

const CaseFile = Type.Object(
  {
    case: text,
    /** As the command takes it, but for the name and the convention, which every case is tried under. */
    input: Type.Omit(CaseInput, ['case', 'convention'], strict),
    expected: Type.Object({ calendar: Expected, 'thirty-day-months': Expected }, strict),
    citation: text,
    /** How the expected dates were worked out by hand. */
    working: Type.Optional(text),
  },
  strict,
);
export type CaseFile = Static<typeof CaseFile>;
const check = Compile(CaseFile);

/** A case file's content, or an error that names what does not belong in it. */
export function readCase(content: unknown): CaseFile {
  if (check.Check(content)) return content;
  const [error] = check.Errors(content);
  throw new Error(`not a case: ${error?.instancePath || '/'} ${error?.message}`);
}

const folder = join(import.meta.dirname, 'cases');
const read = (file: string): CaseFile => {
  try {
    return readCase(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};

/** Every case file, by the name of its file. */
export const casesOnDisk: ReadonlyMap<string, CaseFile> = new Map(
  readdirSync(folder).map(file => [file.replace(/\.json$/, ''), read(file)]),
);

/** The case as the command takes it. */
export const inputOf = (file: CaseFile, convention: Convention): CaseInput => ({
  case: file.case,
  convention,
  ...file.input,
});
