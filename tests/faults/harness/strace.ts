import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from './chance.ts';
import type { Place } from './place.ts';

/** The n-th of these calls that one thread makes, counted from 1; `1+`: every one. */
export interface Call {
  readonly syscall: string;
  readonly n: number | '1+';
}

export type Fate = 'error=EIO' | 'error=EROFS' | 'signal=SIGKILL';

/** All by which a file is changed or let go of. */
const syscalls = [
  'write',
  'pwrite64',
  'writev',
  'pwritev',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'unlink',
  'close',
];

/** Why calls cannot be made to fail here; null if they can. */
export function straceHindrance(): string | null {
  const tried = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']);
  return tried.status === 0 ? null : 'strace is not installed, or may not follow a process here';
}

/** Only the database's and the keys' files: what else a process reads and writes is none of our business. */
function ofFiles(place: Place): string[] {
  const files = ['sauti.sqlite', 'sauti.sqlite-wal', 'sauti.sqlite-shm', 'keys'].map(file =>
    join(place.dataDir, file),
  );
  return files.flatMap(file => ['-P', file]);
}

function options(place: Place, trace: string, call: Call | null, fate: Fate | null): string[] {
  const inject = call && fate ? ['-e', `inject=${call.syscall}:${fate}:when=${call.n}`] : [];
  return ['-f', '-qq', '-o', trace, ...ofFiles(place), '-e', `trace=${syscalls.join()}`, ...inject];
}

/** The command under which a program is started so that this call of it meets its fate. */
export function straced(place: Place, trace: string, call: Call | null, fate: Fate | null): string[] {
  return ['strace', ...options(place, trace, call, fate)];
}

/** Follows a running process; resolves when it does. */
export async function attach(
  pid: number,
  place: Place,
  trace: string,
  call: Call | null,
  fate: Fate | null,
): Promise<ChildProcess> {
  const strace = spawn('strace', [...options(place, trace, call, fate), '-p', String(pid)], {
    stdio: 'ignore',
  });
  while (!isFollowed(pid)) {
    if (strace.exitCode !== null) throw new Error('strace could not follow the server');
    await pause(10);
  }
  // Its threads are taken one after another, the first one first.
  await pause(150);
  return strace;
}

function isFollowed(pid: number): boolean {
  return !/^TracerPid:\s+0$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** Waits until strace has ended, which it does with what it follows. */
export async function detached(strace: ChildProcess): Promise<void> {
  if (strace.exitCode === null && strace.signalCode === null) await once(strace, 'exit');
}

/** Every call that a trace tells of, by the thread that made most of its kind. */
export function callsIn(trace: string): Call[] {
  const counts = new Map<string, number>();
  const most = new Map<string, number>();
  for (const [, thread, syscall = ''] of readFileSync(trace, 'utf8').matchAll(/^(\d+) +([a-z0-9_]+)\(/gm)) {
    const count = (counts.get(`${thread} ${syscall}`) ?? 0) + 1;
    counts.set(`${thread} ${syscall}`, count);
    most.set(syscall, Math.max(count, most.get(syscall) ?? 0));
  }
  return [...most].flatMap(([syscall, count]) =>
    Array.from({ length: count }, (_, index) => ({ syscall, n: index + 1 })),
  );
}

/** Whether the fate was met at all: threads share the calls differently each time. */
export function wasInjected(trace: string): boolean {
  return /\(INJECTED\)|killed by SIGKILL/.test(readFileSync(trace, 'utf8'));
}
