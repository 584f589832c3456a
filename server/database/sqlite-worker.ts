import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { DatabaseProblem } from './database-problem.ts';
import { nameSqliteProblem } from './sqlite-problem.ts';
import type { Command, Failure, Reply, Request } from './sqlite-protocol.ts';
import { SqliteSession } from './sqlite-session.ts';
import type { StatementResult } from './statement.ts';

/** The thread of one SQLite connection: takes a command, answers with data or with a named failure. */
let session: SqliteSession | null = null;

function obey(command: Command): readonly StatementResult[] {
  if (command.kind === 'open') {
    session = new SqliteSession(command.options);
    // All of this thread's code is here now; for the next start (`server/thrift.ts`).
    flushCompileCache();
    return [];
  }
  if (!session) throw new DatabaseProblem('storage-closed');
  if (command.kind === 'run') return session.run(command.statements, command.inTransaction);
  session[command.kind]();
  if (command.kind === 'close') session = null;
  return [];
}

function failureOf(error: unknown): Failure {
  if (error instanceof DatabaseProblem) return { problem: error.problem, detail: error.detail };
  return {
    problem: nameSqliteProblem(error),
    detail: error instanceof Error ? error.message : String(error),
  };
}

function answer({ id, command }: Request): Reply {
  try {
    return { id, results: obey(command) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}

parentPort?.on('message', (request: Request) => {
  parentPort?.postMessage(answer(request));
});
