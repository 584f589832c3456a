import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BenchResult, type Results, withTable } from './document.ts';
import type { Figure } from './figure.ts';
import { thisMachine } from './machine.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const lastRun = join(root, 'test-results', 'bench.json');
/** The committed copy of the last full runs. */
export const figuresFile = join(root, 'docs', 'performance.json');
export const documentFile = join(root, 'docs', 'performance.md');

/** Fewer say too little for the document. */
const leastRounds = 5;

/** What one call of the benches came to. */
export interface Run {
  readonly quick: boolean;
  /** The benches that were to run; one that is not among `benches` broke off. */
  readonly asked: readonly string[];
  readonly benches: Results;
}

function write(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

interface Kept {
  readonly quick: boolean;
  readonly asked: readonly string[];
  readonly figures: readonly Figure[];
}

/** Keeps the figures that this run has come to so far, instead of what an earlier run left. */
export function keepRun({ quick, asked, figures }: Kept): void {
  const date = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const machine = thisMachine();
  const names = [...new Set(figures.map(figure => figure.bench))];
  const benches = Object.fromEntries(
    names.map((name): [string, BenchResult] => [
      name,
      { date, machine, short: quick, figures: figures.filter(figure => figure.bench === name) },
    ]),
  );
  write(lastRun, { quick, asked, benches } satisfies Run);
}

export function readFigures(): Results {
  return existsSync(figuresFile) ? (JSON.parse(readFileSync(figuresFile, 'utf8')) as Results) : {};
}

/**
 * Puts the last run's figures in place of older ones of the same benches, in `order`, and writes the
 * document's table anew. Throws if there was no run, or one of too few rounds: its figures say too little.
 */
export function writeDocument(order: readonly string[]): void {
  if (!existsSync(lastRun))
    throw new Error('there is no run to write of: test-results/bench.json is missing');
  const { benches } = JSON.parse(readFileSync(lastRun, 'utf8')) as Run;
  if (Object.values(benches).some(({ figures }) => figures.some(({ rounds }) => rounds < leastRounds)))
    throw new Error(`the last run had fewer than ${leastRounds} rounds; add --rounds=${leastRounds}`);
  const all = { ...readFigures(), ...benches };
  const results = Object.fromEntries(order.flatMap(name => (all[name] ? [[name, all[name]]] : [])));
  write(figuresFile, results);
  writeFileSync(documentFile, withTable(readFileSync(documentFile, 'utf8'), results));
}
