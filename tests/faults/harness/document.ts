import { classes } from '../classes.ts';
import { plantedBugs } from '../planted.ts';
import type { Results } from './results.ts';

const marks = [
  '<!-- figures: made by `node tests/faults/run.ts --write-doc` -->',
  '<!-- end of figures -->',
] as const;

const row = (...cells: readonly (string | number)[]) =>
  `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const rule = (...columns: readonly ('left' | 'right')[]) =>
  `| ${columns.map(side => (side === 'left' ? '---' : '---:')).join(' | ')} |`;

const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));

function classTable({ classes: results }: Results): string[] {
  const lines = classes.flatMap(({ fault, what }) => {
    const result = results[fault];
    // Said, and not left out: a class without a long run has shown nothing here yet.
    if (!result) return [row(`\`${fault}\``, what, '', '', '', '', '', 'only in its short form')];
    const { tries, acknowledged, lost, duplicated, damaged, date, seconds } = result;
    return [
      row(
        `\`${fault}\``,
        what,
        tries,
        acknowledged,
        lost,
        duplicated,
        damaged,
        `${date.slice(0, 10)}, ${minutes(seconds)} min`,
      ),
    ];
  });
  return [
    row('class', 'what was done', 'tries', 'acknowledged', 'lost', 'duplicated', 'damaged', 'run'),
    rule('left', 'left', 'right', 'right', 'right', 'right', 'right', 'left'),
    ...lines,
  ];
}

function plantedTable({ planted: results }: Results): string[] {
  const lines = plantedBugs.flatMap(({ name, inClass, what }) => {
    const result = results[name];
    if (!result) return [];
    const { seen, tries, lost, duplicated, damaged } = result;
    return [
      row(`\`${name}\``, `\`${inClass}\``, what, tries, lost, duplicated, damaged, seen ? 'yes' : '**no**'),
    ];
  });
  return [
    row('planted', 'in', 'what was planted', 'tries', 'lost', 'duplicated', 'damaged', 'caught'),
    rule('left', 'left', 'left', 'right', 'right', 'right', 'right', 'left'),
    ...lines,
  ];
}

function machinesOf({ classes: results, planted }: Results): string[] {
  const all = [...Object.values(results), ...Object.values(planted)].map(
    ({ machine: { processor, cores, memoryGb, system, node } }) =>
      `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`,
  );
  return [...new Set(all)];
}

/** The tables of all last long runs, with the marks between which they stand in the document. */
export function tablesOf(results: Results): string {
  return [
    marks[0],
    '',
    `Run on: ${machinesOf(results).join('; ')}.`,
    '',
    ...classTable(results),
    '',
    '### Planted bugs',
    '',
    ...plantedTable(results),
    '',
    marks[1],
  ].join('\n');
}

/** The document with its tables replaced. Throws if it has lost its marks. */
export function withTables(document: string, results: Results): string {
  const from = document.indexOf(marks[0]);
  const to = document.indexOf(marks[1]);
  if (from < 0 || to < from) throw new Error('docs/reliability.md has lost the marks around its tables');
  return document.slice(0, from) + tablesOf(results) + document.slice(to + marks[1].length);
}
