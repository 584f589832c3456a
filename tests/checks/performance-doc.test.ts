import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWellFormed, tableOf } from '../bench/harness/document.ts';
import { documentFile, readFigures } from '../bench/harness/results.ts';

/** Those of the issue; written here once more, so that one that is dropped is missed. */
const benchNames = [
  'boot',
  'bytes',
  'taps',
  'seal',
  'speech',
  'ingest',
  'open',
  'storm',
  'inbox',
  'panel',
  'memory',
];

const document = readFileSync(documentFile, 'utf8');
const results = readFigures();

describe('the performance document', () => {
  it('holds exactly the figures of the last full runs', () => {
    expect(document).toContain(tableOf(results));
  });

  it('has every bench', () => {
    for (const bench of benchNames) expect(isWellFormed(results[bench]), bench).toBe(true);
  });

  it('has every bench of the server, on both engines', () => {
    for (const bench of ['ingest', 'open', 'storm', 'inbox', 'memory']) {
      const cases = results[bench]?.figures.map(figure => figure.case) ?? [];
      for (const engine of ['SQLite', 'PostgreSQL'])
        expect(
          cases.some(name => name.startsWith(engine)),
          `${bench} on ${engine}`,
        ).toBe(true);
    }
  });

  it('rests on at least five rounds of everything', () => {
    const short = Object.values(results)
      .flatMap(result => result.figures)
      .filter(figure => figure.rounds < 5);
    expect(short).toEqual([]);
  });
});
