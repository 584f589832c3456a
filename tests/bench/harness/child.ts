import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What a measured server process is asked, beside HTTP. */
export type Question = 'memory' | 'settle';

/** A server in a process of its own, so that the load does not share its event loop. */
export interface Child {
  readonly port: number;
  readonly pid: number;
  /** Resolves with the process's resident memory in bytes. */
  memory(): Promise<number>;
  /** Resolves with the milliseconds that the work behind the queue took to finish. */
  settle(): Promise<number>;
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>;
}

interface Answer {
  readonly port?: number;
  readonly value?: number;
  readonly trouble?: string;
}

/** Starts `file` of this folder with its settings; rejects if it ends before it listens. */
export async function startChild(file: string, settings: object): Promise<Child> {
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean);
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(settings)], {
    execArgv: flags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = await answerOf(child);
  const ask = async (question: Question): Promise<number> => {
    child.send(question);
    return (await answerOf(child)).value ?? 0;
  };
  return {
    port: port ?? 0,
    pid: child.pid ?? 0,
    memory: () => ask('memory'),
    settle: () => ask('settle'),
    async kill() {
      if (child.exitCode !== null) return;
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill(flags.length > 0 ? 'SIGTERM' : 'SIGKILL');
      await ended;
    },
  };
}

function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the server under measurement ended'));
    child.once('exit', gone);
    child.once('message', (answer: Answer) => {
      child.off('exit', gone);
      if (answer.trouble) reject(new Error(answer.trouble));
      else resolve(answer);
    });
  });
}
