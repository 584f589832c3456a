import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pause } from './chance.ts';
import { type Place, settingsOf } from './place.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const passphrase = 'a passphrase for what is broken here';

/** What one of the project's commands said when it had ended. */
export interface Ended {
  /** Null if it was killed. */
  readonly code: number | null;
  readonly said: string;
  readonly errors: string;
}

function start(command: 'backup' | 'restore', place: Place, file: string): ChildProcess {
  const child = spawn(process.execPath, [join('server', 'commands', `${command}.ts`), file], {
    cwd: root,
    env: {
      ...process.env,
      BACKUP_DIR: '',
      INIT_CWD: '',
      ...settingsOf(place),
      BACKUP_PASSPHRASE: passphrase,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Nothing that was started outlives the run, however that ends.
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  child.on('exit', () => process.off('exit', kill));
  return child;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const [said, errors] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ]);
  return { code: child.exitCode, said, errors };
}

/** Runs `npm run backup` or `npm run restore` over a place to its end, the keys sealed under a passphrase. */
export function run(command: 'backup' | 'restore', place: Place, file: string): Promise<Ended> {
  return ended(start(command, place, file));
}

/** The same, killed (SIGKILL) after so many milliseconds if it has not ended by then. */
export async function runAndKill(
  command: 'backup' | 'restore',
  place: Place,
  file: string,
  ms: number,
): Promise<Ended> {
  const child = start(command, place, file);
  const end = ended(child);
  await Promise.race([pause(ms), end]);
  child.kill('SIGKILL');
  return end;
}
