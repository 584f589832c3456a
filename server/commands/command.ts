import { join } from 'node:path';
import { type Clock, makeClock } from '../clock.ts';
import { BadSetting, type Config, readConfig } from '../config.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { DatabaseProblem } from '../database/database-problem.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { makeFolder } from '../folder.ts';
import { checkClockAtStart } from '../queries/clock.ts';

/** A command that cannot do what it was asked; its message is all that is said, and nothing was changed. */
export class CommandRefused extends Error {}

const root = join(import.meta.dirname, '..', '..');

export interface Store {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
}

/** Opens the store that the server's own settings name, brings its tables up to date, and closes it after `work`. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, root);
  makeFolder(config.dataDir);
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  try {
    await migrate(database, migrations);
    const clock = makeClock();
    await checkClockAtStart(database, clock);
    return await work({ config, database, clock });
  } finally {
    await database.close();
  }
}

/** Runs a command to its end; whatever stops it is said in one sentence, and the program ends with 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof CommandRefused || error instanceof BadSetting) console.error(error.message);
    else if (error instanceof DatabaseProblem)
      console.error(`The database cannot be used: ${error.message}. Nothing was changed.`);
    else console.error(error);
  }
}
