import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../bench/harness/document.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** The committed copy of the last long run. */
export const resultFile = join(root, 'docs', 'sessions.json');
export const documentFile = join(root, 'docs', 'performance.md');

/** What the page held after so many sessions, once everything that can go had gone. */
export interface Sample {
  readonly sessions: number;
  /** Objects, texts and functions of the page's script, in MB: what a leak is made of. */
  readonly objects: number;
  /** The same with the compiled code, as the engine counts it, in MB. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface Result {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly machine: Machine;
  /** How many were to be lived through; fewer were, if the time was over before. */
  readonly asked: number;
  readonly minutes: number;
  readonly samples: readonly Sample[];
}

/** What more than this much of its first size is called growth; a short run has compiled less of its code before. */
export const mostGrowth = (asked: number): number => (asked >= 5_000 ? 1.1 : 1.25);

/** First and last sample. Throws on fewer than two. */
export function endsOf({ samples }: Pick<Result, 'samples'>): readonly [Sample, Sample] {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || first === last) throw new RangeError('nothing to compare');
  return [first, last];
}

/** What the screen in sight holds differs from look to look; what is never let go is soon a multiple. */
const mostElements = 2;

/** Whether the page holds no more than it did: objects, elements and listeners. */
export function isFlat(result: Pick<Result, 'samples' | 'asked'>): boolean {
  const [first, last] = endsOf(result);
  const elements = (['nodes', 'listeners'] as const).every(name => last[name] <= first[name] * mostElements);
  return elements && last.objects <= first.objects * mostGrowth(result.asked);
}

const marks = ['<!-- sessions: made by `npm run sessions` -->', '<!-- end of sessions -->'] as const;
const figure = (value: number) => value.toLocaleString('en');

/** The part of the document, from mark to mark. */
export function sectionOf(result: Result): string {
  const [first, last] = endsOf(result);
  const { processor, cores, memoryGb, system, node } = result.machine;
  const short = last.sessions < result.asked ? ` of the ${figure(result.asked)} that were asked for` : '';
  const row = ({ sessions, objects, heap, nodes, listeners }: Sample) =>
    `| ${figure(sessions)} | ${objects} MB | ${heap} MB | ${figure(nodes)} | ${figure(listeners)} |`;
  // Ten rows tell as much as a hundred.
  const step = Math.max(1, Math.ceil((result.samples.length - 1) / 10));
  const shown = result.samples.filter((sample, at) => at % step === 0 || sample === last);
  return [
    marks[0],
    '',
    `${result.date.slice(0, 10)}, ${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}: **${figure(last.sessions)}${short} sessions** in ${result.minutes} minutes. Its objects take ${(last.objects / first.objects).toFixed(2)}× what they took (≤ ${mostGrowth(result.asked)}×: ${isFlat(result) ? 'reached' : '**not reached**'}).`,
    '',
    '| after sessions | objects | with compiled code | elements | listeners |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...shown.map(row),
    '',
    marks[1],
  ].join('\n');
}

/** Puts the section in place of an older one. Throws if the document has no place for it. */
export function withSection(document: string, result: Result): string {
  const [begin, end] = marks.map(mark => document.indexOf(mark));
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error('the document has no place for the sessions');
  return document.slice(0, begin) + sectionOf(result) + document.slice(end + marks[1].length);
}

/** Keeps the result beside the document, and in it. */
export function keepResult(result: Result): void {
  writeFileSync(resultFile, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(documentFile, withSection(readFileSync(documentFile, 'utf8'), result));
}
