import { type Figure, verdictOf } from './figure.ts';

/** Where a bench was last run in full, and what came of it. */
export interface BenchResult {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly machine: Machine;
  /** Measured in the short form: fewer kiosks, items, rows and layouts. */
  readonly short: boolean;
  readonly figures: readonly Figure[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
}

/** Whether a bench came to at least one figure, and each is a number beside a floor that is one, or none. */
export function isWellFormed(result: BenchResult | undefined): boolean {
  const sound = ({ figure, min, max, floor, rounds }: Figure) =>
    [figure, min, max, floor ?? 0].every(Number.isFinite) && min <= max && rounds > 0;
  return result !== undefined && result.figures.length > 0 && result.figures.every(sound);
}

/** By bench, in the order in which they run. */
export type Results = Readonly<Record<string, BenchResult>>;

const marks = [
  '<!-- figures: made by `node tests/bench/run.ts --write-doc` -->',
  '<!-- end of figures -->',
] as const;

const verdictWords = { aim: 'aim reached', must: 'reached', missed: '**not reached**', told: '' } as const;

function goalWords({ goal }: Figure): string {
  if (goal === null) return '';
  const sign = goal.better === 'more' ? '≥' : '≤';
  const times = goal.of === 'ratio' ? '×' : '';
  const over = goal.of === 'excess' ? 'floor + ' : '';
  const aim = goal.aim === null ? '' : ` (${goal.aim}${times})`;
  return `${sign} ${over}${goal.must}${times}${aim}`;
}

function rowOf(figure: Figure): string {
  const { floor, ratio, min, max, unit, note } = figure;
  const cells = [
    figure.case,
    `${figure.figure} ${unit}`,
    `${min}–${max}`,
    floor === null ? '' : String(floor),
    ratio === null ? '' : `${ratio}×`,
    goalWords(figure),
    verdictWords[verdictOf(figure)],
    note,
  ];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const head = [
  '| case | median | least–most | floor | ratio | must (aim) | | how |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];

function machineWords({ processor, cores, memoryGb, system, node }: Machine): string {
  return `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
}

function sectionOf(name: string, { date, machine, short, figures }: BenchResult): string[] {
  const rounds = Math.min(...figures.map(figure => figure.rounds));
  return [
    `### ${name}`,
    '',
    `${date.slice(0, 10)}, ${machineWords(machine)}; ${rounds} rounds in turn with the floor${short ? '; **short form**' : ''}.`,
    '',
    ...head,
    ...figures.map(rowOf),
    '',
  ];
}

/** The table of all last full runs, with the marks between which it stands in the document. */
export function tableOf(results: Results): string {
  const sections = Object.entries(results).flatMap(([name, result]) => sectionOf(name, result));
  return [marks[0], '', ...sections, marks[1]].join('\n');
}

/** The document with its table replaced. Throws if it has lost its marks. */
export function withTable(document: string, results: Results): string {
  const from = document.indexOf(marks[0]);
  const to = document.indexOf(marks[1]);
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks around its table');
  return document.slice(0, from) + tableOf(results) + document.slice(to + marks[1].length);
}
