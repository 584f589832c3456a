import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from '../harness/chance.ts';
import { inspect } from '../harness/inspect.ts';
import { inDatabase } from '../harness/kiosk-scene.ts';
import { Load } from '../harness/load.ts';
import { copyOf, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { nothing, type PlantedBug, passed, sum } from '../harness/tally.ts';

const items = 40;

/** Behind the server's back, with its triggers taken away: what a bug, a hand or a bad disk could do. */
const harms: Readonly<Record<string, string>> = {
  'a submission gone': 'delete from intake where arrival = (select max(arrival) from intake)',
  'a receipt changed':
    'update intake set receipt = replace(receipt, \'"hash":"\', \'"hash":"A\') where arrival = 3',
  'a statement changed': "update intake set hash = 'A' where arrival = 3",
  'an entry of the log gone': 'delete from log_entry where position = (select max(position) from log_entry)',
  'an entry of the log changed':
    "update log_entry set entry = replace(entry, 'received', 'receIved') where position = 3",
  'a register number skipped':
    'update submission set number = number + 1 where number = (select max(number) from submission)',
};

function harm(dataDir: string, statement: string): void {
  const database = new DatabaseSync(join(dataDir, 'sauti.sqlite'));
  try {
    database.exec('pragma foreign_keys = off');
    const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all();
    for (const { name } of triggers) database.exec(`drop trigger ${String(name)}`);
    const { changes } = database.prepare(statement).run();
    if (Number(changes) !== 1) throw new Error(`${changes} rows were changed by: ${statement}`);
  } finally {
    database.close();
  }
}

export const harmedDatabase: PlantedBug = {
  name: 'harmed-database',
  inClass: 'server-killed',
  what: 'One row of what was receipted is taken out or changed, one of the log, one of the register: six harms, each of which must be seen.',
  async run(run) {
    const place = await sqlitePlace();
    const prison = await found(place, 2);
    const load = new Load(prison);
    await load.seal(items);
    const server = await ServerProcess.startWell(settingsOf(place));
    await load.drain(server.port);
    await until(
      'all of them are in the register',
      () => inDatabase(place, 'select id from submission where number is not null').length === items,
    );
    await server.stop('SIGTERM');
    load.close();
    let total = nothing;
    try {
      for (const [name, statement] of Object.entries(harms)) {
        const harmed = await copyOf(place);
        harm(harmed.dataDir, statement);
        const tally = { ...nothing, ...(await inspect(harmed, prison, load.sent, run)), tries: 1 };
        await harmed.remove();
        // One that is not seen makes the whole unseen.
        if (passed(tally)) {
          console.error(`not seen: ${name}`);
          return { ...nothing, tries: 1 };
        }
        total = sum(total, { ...tally, acknowledged: 0 });
      }
      return { ...total, acknowledged: load.sent.length };
    } finally {
      await place.remove();
    }
  },
};
