import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Hash } from '../../shared/log/tree.ts';
import { judgeVectors, NotVectors } from '../../shared/log/vectors.ts';

/**
 * Checks what came out of a log without any server: it imports `shared/` and Node alone. Ends with 0 if all is
 * right, 1 if something is wrong, 2 if it could not be looked at.
 */
const usage = `Usage: npm run verify -- --vectors FILE

--vectors  judges a file of RFC 6962 proof vectors and prints {"right":n,"wrong":n}.`;

const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

function verifyVectors(text: string): number {
  const { right, wrong, failures } = judgeVectors(sha256, text);
  console.log(JSON.stringify({ right, wrong }));
  for (const failure of failures) console.error(failure);
  return wrong === 0 ? 0 : 1;
}

function main([option, file, ...more]: readonly string[]): number {
  if (option === '--help') {
    console.log(usage);
    return 0;
  }
  if (option !== '--vectors' || !file || more.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    return verifyVectors(readFileSync(resolve(process.env.INIT_CWD ?? '', file), 'utf8'));
  } catch (error) {
    const why = error instanceof NotVectors ? `is no file of vectors: ${error.message}` : 'cannot be read';
    console.error(`${file} ${why}.`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
