import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf, importNouns } from '../../../shared/import/columns.ts';
import { readCsv } from '../../../shared/import/csv.ts';
import { readRows } from '../../../shared/import/read-rows.ts';

const today = '2026-03-02';

describe('a CSV file', () => {
  it('is read as spreadsheets write it: a mark at its beginning, quotes, commas and line breaks inside them', () => {
    const { rows } = readCsv(
      '\uFEFFnumber,name\r\n101/26,"Otieno, J. ""Joe"""\r\n\r\n102/26,"Two\nlines"\r\n103/26, x ',
    );
    expect(rows).toEqual([
      { line: 1, cells: ['number', 'name'] },
      { line: 2, cells: ['101/26', 'Otieno, J. "Joe"'] },
      { line: 4, cells: ['102/26', 'Two\nlines'] },
      { line: 6, cells: ['103/26', 'x'] },
    ]);
  });

  it('says on which line a quotation mark begins that never ends', () => {
    expect(
      readRows('work', 'number,day,grade\n1/26,2026-03-01,a\n2/26,"2026-03-01,b\n', today).errors,
    ).toEqual([{ line: 3, column: null, mistake: 'unclosed-quote' }]);
  });
});

describe('rows', () => {
  it('are read by the names of their columns, in any order', () => {
    expect(readRows('work', 'Grade,number,day\nA,101/26,2026-03-01\n', today)).toEqual({
      rows: [{ line: 2, values: { number: '101/26', day: '2026-03-01', grade: 'a', reason: null } }],
      errors: [],
    });
  });

  it('are none while a column is missing, doubled or unknown', () => {
    expect(readRows('work', 'number,days,grade,grade\nx,y,z,a\n', today)).toEqual({
      rows: [],
      errors: [
        { line: 1, column: 'days', mistake: 'unknown-column' },
        { line: 1, column: 'day', mistake: 'missing-column' },
        { line: 1, column: 'grade', mistake: 'unknown-column' },
      ],
    });
  });

  it.each([
    ['an empty cell that is needed', '101/26,,1.50,Slip', 'day', 'missing'],
    ['a day that no calendar has', '101/26,2026-02-30,1.50,Slip', 'day', 'not-a-day'],
    ['a day written in another way', '101/26,01/03/2026,1.50,Slip', 'day', 'not-a-day'],
    ['a day that has not come', '101/26,2026-03-03,1.50,Slip', 'day', 'day-ahead'],
    ['half a cent', '101/26,2026-03-01,1.505,Slip', 'sum', 'not-a-sum'],
    ['nothing as a sum', '101/26,2026-03-01,0,Slip', 'sum', 'not-a-sum'],
    ['a sum below nothing', '101/26,2026-03-01,-5,Slip', 'sum', 'not-a-sum'],
    ['more cells than columns', '101/26,2026-03-01,1,Slip,more', null, 'too-many-cells'],
    ['a text that is too long', `101/26,2026-03-01,1,${'x'.repeat(301)}`, 'reason', 'too-long'],
  ])('tell of %s', (_, row, column, mistake) => {
    expect(readRows('canteen', `number,day,sum,reason\n${row}\n`, today).errors).toEqual([
      { line: 2, column, mistake },
    ]);
  });

  it('hold money in whole cents, whichever way it was written', () => {
    const cents = (sum: string) =>
      readRows('canteen', `number,day,sum,reason\n1/26,2026-03-01,"${sum}",Slip`, today).rows[0]?.values.sum;
    expect(['12', '12.5', '12.05', '1,250.00'].map(cents)).toEqual([1200, 1250, 1205, 125_000]);
  });
});

describe('the page about the files', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/import.md'), 'utf8');
  it.each(importNouns)('names every column of %s, and its template has them', noun => {
    const part = page.split('\n## ').find(one => one.includes(`templates/${noun}.csv`)) ?? '';
    const template = readFileSync(join(import.meta.dirname, `../../../docs/templates/${noun}.csv`), 'utf8');
    const head = template.split('\n')[0]?.split(',') ?? [];
    expect(head.toSorted()).toEqual(Object.keys(columnsOf(noun)).toSorted());
    for (const column of head) expect(part).toContain(`\`${column}\``);
  });
});
