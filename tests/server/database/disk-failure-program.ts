import { openDatabase } from '../../../server/database/database.ts';
import { isDatabaseProblem } from '../../../server/database/database-problem.ts';
import { createTables, note, tables } from './tables.ts';

/** Run with a limit on the size of files: writes until the disk refuses, then tells what the store said. */
const db = await openDatabase({ url: null, dataDir: process.argv[2] ?? '' });
const nameOf = (error: unknown) => (isDatabaseProblem(error) ? error.problem : String(error));
const fatal: string[] = [];
db.onFatal(problem => fatal.push(problem.problem));
await createTables(db);

let acknowledged = 0;
let failed: string | null = null;
while (failed === null && acknowledged < 1_000) {
  try {
    const row = note(String(acknowledged), 'x'.repeat(10_000));
    await db.transaction(tx => tables(tx).insertInto('note').values(row).execute());
    acknowledged += 1;
  } catch (error) {
    failed = nameOf(error);
  }
}
const writeAfter = await tables(db.write)
  .insertInto('note')
  .values(note('after'))
  .execute()
  .then(() => 'taken', nameOf);
const readAfter = await tables(db.read)
  .selectFrom('note')
  .select('id')
  .execute()
  .then(() => 'read', nameOf);
const report = { acknowledged, failed, fatal: fatal[0], fatalCalls: fatal.length, writeAfter, readAfter };
process.stdout.write(JSON.stringify(report), () => process.exit(0));
