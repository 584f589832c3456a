import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles, type Given } from '../../shared/log/check-files.ts';
import { readMinute } from '../../shared/log/given.ts';
import { readVerifierKey } from '../../shared/log/note.ts';
import { type ReportWords, sayReport } from '../../shared/log/say-report.ts';
import type { Hash } from '../../shared/log/tree.ts';
import { judgeVectors, NotVectors } from '../../shared/log/vectors.ts';

/**
 * Checks what came out of a log without any server: it imports `shared/` and Node alone. Ends with 0 if all is
 * right, 1 if something is wrong, 2 if it could not be looked at.
 */
const usage = `Usage: npm run verify -- FILE... [--key KEY] [--minute "SIZE SYMBOLS"]...
       npm run verify -- --vectors FILE

Checks receipts, proofs (.tlog-proof) and exports (.jsonl) and names the first thing wrong with each. Exports are
held against the proofs that are given with them.

--key      the log's key as it was written down; without it the key in the file is believed, and shown.
--minute   a line of the minute book: the size of the log, and its twenty symbols.
--vectors  judges a file of RFC 6962 proof vectors and prints {"right":n,"wrong":n}.`;

/** What stops a look before it begins; its message is all that is said. */
class CannotLook extends Error {}

const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

function read(file: string): string {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? '', file), 'utf8');
  } catch {
    throw new CannotLook(`${file} cannot be read.`);
  }
}

function verifyVectors(file: string): number {
  const text = read(file);
  try {
    const { right, wrong, failures } = judgeVectors(sha256, text);
    console.log(JSON.stringify({ right, wrong }));
    for (const failure of failures) console.error(failure);
    return wrong === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof NotVectors) throw new CannotLook(`${file} is no file of vectors: ${error.message}.`);
    throw error;
  }
}

function givenIn(options: {
  readonly key?: string | undefined;
  readonly minute?: string[] | undefined;
}): Given {
  const key = options.key === undefined ? null : readVerifierKey(sha256, options.key);
  if (options.key !== undefined && !key) throw new CannotLook('What follows --key is no key of a log.');
  const minutes = (options.minute ?? []).map(line => {
    const minute = readMinute(line);
    if (!minute) throw new CannotLook(`"${line}" is no line of the minute book.`);
    return minute;
  });
  return { key, minutes };
}

async function verifyFiles(names: readonly string[], given: Given): Promise<number> {
  const words = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../locales/en/verifier.json'), 'utf8'),
  ) as ReportWords;
  const files = names.map(name => ({ name, text: read(name) }));
  let code = 0;
  for (const { name, report } of await checkFiles(sha256, files, given)) {
    const { kind, verdict, places, facts } = sayReport(words, report);
    console.log(`${name}: ${kind}`);
    for (const fact of facts) console.log(`  ${fact}`);
    console.log(`  ${[verdict, ...places].join(' ')}`);
    if (report.fault) {
      console.log(`  ${JSON.stringify(report.fault)}`);
      code = 1;
    }
  }
  return code;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      vectors: { type: 'string' },
      key: { type: 'string' },
      minute: { type: 'string', multiple: true },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.vectors !== undefined && positionals.length === 0) return verifyVectors(values.vectors);
  if (values.vectors !== undefined || positionals.length === 0) throw new CannotLook(usage);
  return verifyFiles(positionals, givenIn(values));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE');
  console.error(error instanceof CannotLook ? error.message : isUsage ? usage : error);
}
