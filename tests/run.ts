import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWellFormed } from './bench/harness/document.ts';
import type { Run } from './bench/harness/results.ts';
import { countOf } from './faults/harness/results.ts';

/**
 * Runs the named stages one after another (those joined by a plus side by side, since each waits a good deal),
 * counts what each of them ran, and closes with one plain line.
 * A stage that counts nothing of its own (lint, types, build) is one check: passed or failed.
 */
const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

interface Count {
  passed: number;
  failed: number;
}

interface Stage {
  readonly command: readonly string[];
  /** The file from which its count is read, and how. */
  readonly report?: { readonly file: string; readonly count: (report: never) => Count };
}

const vitestCount = (report: {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}) => ({
  passed: report.numPassedTests,
  // A file that does not even load has no failed test, but has failed.
  failed: report.numFailedTests || (report.success ? 0 : Math.max(1, report.numFailedTestSuites)),
});
/** One that passed only when tried again has passed, and is told of: Playwright's own list names it. */
const browserCount = (report: { stats: { expected: number; unexpected: number; flaky: number } }) => {
  if (report.stats.flaky > 0) console.log(`${report.stats.flaky} passed only when tried again`);
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
};

/** Whether a bench came to figures at all; how large they are is no matter of passing, but for `bytes`, which says so by its end. */
const benchCount = ({ asked, benches }: Run) => {
  const failed = asked.filter(name => !isWellFormed(benches[name]));
  for (const name of failed) console.log(`${name} came to nothing, or to something that is no figure`);
  return { passed: asked.length - failed.length, failed: failed.length };
};

const stages: Readonly<Record<string, readonly Stage[]>> = {
  lint: [{ command: [bin('biome'), 'check', '--error-on-warnings', '.'] }],
  types: [{ command: [bin('tsc'), '-p', '.'] }],
  build: [{ command: [process.execPath, 'server/commands/build.ts'] }],
  vitest: [{ command: [bin('vitest'), 'run'], report: { file: 'vitest.json', count: vitestCount } }],
  browser: [{ command: [bin('playwright'), 'test'], report: { file: 'browser.json', count: browserCount } }],
  long: [
    {
      command: [bin('playwright'), 'test', '-c', 'tests/long/playwright.config.ts'],
      report: { file: 'long.json', count: browserCount },
    },
    { command: [process.execPath, 'tests/faults/run.ts'], report: { file: 'faults.json', count: countOf } },
    {
      command: [process.execPath, 'tests/bench/run.ts', '--quick'],
      report: { file: 'bench.json', count: benchCount },
    },
    { command: [process.execPath, 'tests/long/sessions/run.ts', '--count=200'] },
  ],
};

/** Answers how the command ended; what it prints is kept back until then if others run beside it. */
function end([command = '', ...args]: readonly string[], alone: boolean): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const printed: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', status => {
      process.stdout.write(Buffer.concat(printed));
      resolve(status);
    });
  });
}

async function run(name: string, stage: Stage, alone: boolean): Promise<Count> {
  const file = stage.report ? join(results, stage.report.file) : null;
  if (file) rmSync(file, { force: true });
  const status = await end(stage.command, alone);
  if (!file || !stage.report) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const count = stage.report.count(JSON.parse(readFileSync(file, 'utf8')) as never);
  // A runner that ended badly although every test passed (or ran none) has failed all the same.
  if ((status !== 0 && count.failed === 0) || count.passed + count.failed === 0) count.failed += 1;
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed`);
  return count;
}

/** The stages of one name, one after another. */
async function runAll(name: string, alone: boolean): Promise<Count> {
  const known = stages[name];
  if (!known) throw new Error(`no stage is called ${name}`);
  const sum: Count = { passed: 0, failed: 0 };
  for (const stage of known) add(sum, await run(name, stage, alone));
  return sum;
}

function add(sum: Count, { passed, failed }: Count): void {
  sum.passed += passed;
  sum.failed += failed;
}

mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
for (const together of process.argv.slice(2)) {
  const names = together.split('+');
  const counts = await Promise.all(names.map(name => runAll(name, names.length === 1)));
  for (const count of counts) add(total, count);
}
writeFileSync(join(results, `count-${process.argv.slice(2).join('-')}.json`), JSON.stringify(total));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
