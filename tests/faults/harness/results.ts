import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine } from '../../bench/harness/document.ts';
import { thisMachine } from '../../bench/harness/machine.ts';
import { withTables } from './document.ts';
import { type Outcome, passed, type Seen, type Tally } from './tally.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const documentFile = join(root, 'docs', 'reliability.md');
/** The committed copy of the last long runs. */
export const figuresFile = join(root, 'docs', 'reliability.json');

export type Form = 'short' | 'long';

/** When and where something was last run, and how long it took. */
interface When {
  /** ISO 8601, UTC: when it ended. */
  readonly date: string;
  readonly seconds: number;
  readonly machine: Machine;
}

export interface Results {
  /** By class of faults. */
  readonly classes: Readonly<Record<string, Tally & When>>;
  /** By planted bug: what the class in which it was planted came to. */
  readonly planted: Readonly<Record<string, Seen & When>>;
}

const none: Results = { classes: {}, planted: {} };

/** What the last run of a form came to; a long one may have been made of several. */
const runFile = (form: Form) =>
  join(root, 'test-results', form === 'long' ? 'faults-long.json' : 'faults.json');

function read(file: string): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : none;
}

function write(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** A short run begins with nothing; a long one goes on where another stopped. */
export function beginRun(form: Form): void {
  if (form === 'short') write(runFile(form), none);
}

/** Keeps one outcome at once: what was measured must outlive a run that is broken off. */
export function keep(form: Form, outcome: Outcome, seconds: number): void {
  const before = read(runFile(form));
  const date = Temporal.Now.instant().toString({ smallestUnit: 'second' });
  const when = { date, seconds: Math.round(seconds), machine: thisMachine() };
  write(runFile(form), {
    classes:
      'fault' in outcome
        ? { ...before.classes, [outcome.fault]: { ...outcome.tally, ...when } }
        : before.classes,
    planted:
      'planted' in outcome
        ? { ...before.planted, [outcome.planted]: { ...outcome.seen, ...when } }
        : before.planted,
  });
}

/** How many classes passed; a planted bug counts as one that must be seen. */
export function countOf({ classes, planted }: Results): { passed: number; failed: number } {
  const all = [...Object.values(classes).map(passed), ...Object.values(planted).map(({ seen }) => seen)];
  return { passed: all.filter(Boolean).length, failed: all.filter(one => !one).length };
}

/** The names of the classes that failed, and of planted bugs that nobody saw. */
export function failuresOf({ classes, planted }: Results): string[] {
  const failed = Object.entries(classes).filter(([, one]) => !passed(one));
  const unseen = Object.entries(planted).filter(([, { seen }]) => !seen);
  return [...failed, ...unseen].map(([name, figures]) => `${name}: ${JSON.stringify(figures)}`);
}

export const readRun = (form: Form): Results => read(runFile(form));
export const readFigures = (): Results => read(figuresFile);

/**
 * Puts the last long run's figures in place of older ones of the same classes and writes the document's tables
 * anew; `order`: the names of classes and planted bugs that there are. Throws if there was no long run.
 */
export function writeDocument(order: readonly string[]): void {
  const run = read(runFile('long'));
  if (run === none)
    throw new Error('there is no long run to write of: test-results/faults-long.json is missing');
  const before = readFigures();
  const inOrder = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(order.flatMap(name => (all[name] ? [[name, all[name]]] : [])));
  const results: Results = {
    classes: inOrder({ ...before.classes, ...run.classes }),
    planted: inOrder({ ...before.planted, ...run.planted }),
  };
  write(figuresFile, results);
  writeFileSync(documentFile, withTables(readFileSync(documentFile, 'utf8'), results));
}
