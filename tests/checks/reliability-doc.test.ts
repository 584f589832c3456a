import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classes } from '../faults/classes.ts';
import { tablesOf } from '../faults/harness/document.ts';
import { documentFile, readFigures } from '../faults/harness/results.ts';
import { passed } from '../faults/harness/tally.ts';
import { plantedBugs } from '../faults/planted.ts';

const results = readFigures();

describe('the document on reliability', () => {
  it('holds exactly the figures of the last long runs', () => {
    expect(readFileSync(documentFile, 'utf8')).toContain(tablesOf(results));
  });

  it('names every class of faults, and each that was run at length passed', () => {
    const document = readFileSync(documentFile, 'utf8');
    for (const { fault } of classes) {
      const result = results.classes[fault];
      expect(document, fault).toContain(`| \`${fault}\` |`);
      expect(!result || passed(result), fault).toBe(true);
    }
  });

  it('has every planted bug, and each was caught', () => {
    const missed = plantedBugs.filter(({ name }) => !results.planted[name]?.seen);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('plants bugs in classes that there are', () => {
    const names = classes.map(({ fault }) => fault);
    for (const { name, inClass } of plantedBugs) expect(names, name).toContain(inClass);
  });
});
