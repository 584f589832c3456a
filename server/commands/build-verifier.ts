import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeVerifierPage } from '../builds/verifier-page.ts';

/** Writes the page that checks receipts and exports without a server; the SHA-256 is for whoever compares two copies. */
const [given] = process.argv.slice(2);
const file = given
  ? resolve(process.env.INIT_CWD ?? '', given)
  : join(import.meta.dirname, '../../dist/sauti-verifier.html');
const page = await makeVerifierPage();
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, page);
console.log(`${file}\nSHA-256 ${hash('sha256', page)}`);
