import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DamagedBackup } from './format.ts';

/** One line of a back-up: its number from 1, its words, and what they say. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly value: unknown;
  /** SHA-256 over all lines before this one, base64url. */
  digestBefore(): string;
}

/** No row comes near it; a file without line ends must not fill the memory. */
const longestLine = 8 * 1024 * 1024;

/** The lines of a back-up, one at a time. Throws DamagedBackup at the first that is not whole. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const digest = createHash('sha256');
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', error => plain.destroy(error));
  source.pipe(plain);
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        number += 1;
        const text = bytes.toString('utf8', from, end);
        yield { number, text, value: valueIn(text, number), digestBefore: () => digestOf(digest) };
        digest.update(bytes.subarray(from, end + 1));
        from = end + 1;
      }
      rest = bytes.subarray(from);
      if (rest.length > longestLine) throw new DamagedBackup('a line does not end', number + 1);
    }
  } catch (error) {
    throw explain(error, number + 1);
  } finally {
    source.destroy();
    plain.destroy();
  }
  if (rest.length > 0) throw new DamagedBackup('the file ends in the middle of it', number + 1);
}

const digestOf = (digest: Hash) => digest.copy().digest('base64url');

function valueIn(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DamagedBackup('it is not JSON', number, { cause: error });
  }
}

/** What zlib and the disk say, in words for whoever stands before a file that he needs. */
function explain(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new DamagedBackup('the file ends in the middle of it', line);
  if (code === 'Z_DATA_ERROR' && line === 1)
    return new DamagedBackup('this is no gzip file, or it is damaged from its beginning', 1);
  if (code.startsWith('Z_')) return new DamagedBackup('the file is damaged here', line);
  if (code === 'EIO') return new DamagedBackup('the disk cannot read the file here', line);
  return error;
}
