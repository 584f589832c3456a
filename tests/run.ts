import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchCount, browserCount, type Count, faultsCount, vitestCount } from './reports.ts';

/**
 * Runs the named stages one after another (those joined by a plus side by side, since each waits a good deal),
 * counts what each of them ran, and closes with one plain line.
 * A stage that counts nothing of its own (lint, types, build) is one check: passed or failed.
 */
const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

interface Stage {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The file from which its count is read, and how. */
  readonly report?: { readonly file: string; readonly count: (report: never) => Count };
}

const thoroughly = { SAUTI_THOROUGH: '1' };
/** The files of Vitest that try more when they may (`tests/helpers/thorough.ts`). */
const thoroughToo = ['tests/shared/log/proof', 'tests/shared/sentence/properties', 'tests/server/reach'];

const stages: Readonly<Record<string, readonly Stage[]>> = {
  lint: [{ command: [bin('biome'), 'check', '--error-on-warnings', '.'] }],
  types: [{ command: [bin('tsc'), '-p', '.'] }],
  build: [{ command: [process.execPath, 'server/commands/build.ts'] }],
  vitest: [{ command: [bin('vitest'), 'run'], report: { file: 'vitest.json', count: vitestCount } }],
  browser: [{ command: [bin('playwright'), 'test'], report: { file: 'browser.json', count: browserCount } }],
  long: [
    {
      command: [bin('vitest'), 'run', ...thoroughToo],
      env: thoroughly,
      report: { file: 'vitest.json', count: vitestCount },
    },
    {
      command: [bin('playwright'), 'test', '-c', 'tests/long/playwright.config.ts'],
      env: thoroughly,
      report: { file: 'long.json', count: browserCount },
    },
    {
      command: [process.execPath, 'tests/faults/run.ts'],
      report: { file: 'faults.json', count: faultsCount },
    },
    {
      command: [process.execPath, 'tests/bench/run.ts', '--quick'],
      report: { file: 'bench.json', count: benchCount },
    },
    { command: [process.execPath, 'tests/long/sessions/run.ts', '--count=200'] },
  ],
};

/** Answers how the command ended; what it prints is kept back until then if others run beside it. */
function end({ command: [command = '', ...args], env }: Stage, alone: boolean): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
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
  const status = await end(stage, alone);
  const said = stage.command.slice(1).join(' ') || name;
  const failed: Count = { passed: 0, failed: 1, told: [`${said} ended with ${status}`] };
  if (!file || !stage.report) return status === 0 ? { passed: 1, failed: 0, told: [] } : failed;
  if (!existsSync(file)) return failed;
  const count = stage.report.count(JSON.parse(readFileSync(file, 'utf8')) as never);
  // A runner that ended badly although every test passed (or ran none) has failed all the same.
  if ((status !== 0 && count.failed === 0) || count.passed + count.failed === 0) {
    count.failed += 1;
    count.told.push(...failed.told);
  }
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed`);
  return count;
}

/** The stages of one name, one after another. */
async function runAll(name: string, alone: boolean): Promise<Count> {
  const known = stages[name];
  if (!known) throw new Error(`no stage is called ${name}`);
  const sum: Count = { passed: 0, failed: 0, told: [] };
  for (const stage of known) add(sum, await run(name, stage, alone));
  return sum;
}

function add(sum: Count, { passed, failed, told }: Count): void {
  sum.passed += passed;
  sum.failed += failed;
  sum.told.push(...told);
}

mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0, told: [] };
for (const together of process.argv.slice(2)) {
  const names = together.split('+');
  const counts = await Promise.all(names.map(name => runAll(name, names.length === 1)));
  for (const count of counts) add(total, count);
}
writeFileSync(join(results, `count-${process.argv.slice(2).join('-')}.json`), JSON.stringify(total));
for (const line of total.told) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
