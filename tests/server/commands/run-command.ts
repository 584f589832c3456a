import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../../..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where the command finds its store, as a server's environment would say it. */
export interface Place {
  readonly url: string | null;
  readonly dataDir: string;
}

/** Runs a command of `server/commands/` as npm would, and waits for its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  place: Place,
  input: string | Buffer = '',
): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(root, 'server/commands', `${name}.ts`), ...args], {
    cwd: root,
    env: { PATH, DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) },
  });
  // A command that refuses its arguments does not wait for what is put in.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>(resolve => {
    child.on('close', resolve);
  });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
