import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LogCheck } from '../../../server/backup/log-check.ts';
import { openSnapshot } from '../../../server/database/snapshot.ts';
import type { Row } from '../../../server/database/statement.ts';
import { isReceiptFor, type Sent } from './held.ts';
import type { Place } from './place.ts';
import type { Prison } from './prison.ts';
import type { Run, Tally } from './tally.ts';

type Found = Pick<Tally, 'acknowledged' | 'lost' | 'duplicated' | 'damaged'>;

interface Contents {
  readonly intake: ReadonlyMap<string, Row>;
  /** By what the log committed to: how often it says that this was received. */
  readonly logged: ReadonlyMap<string, number>;
  readonly submissions: readonly Row[];
  readonly wrong: readonly string[];
}

/** Reads everything that matters in one snapshot, and works the log out anew on the way. */
async function readContents(place: Place): Promise<Contents> {
  const snapshot = await openSnapshot({ url: place.databaseUrl, dataDir: place.dataDir });
  const check = new LogCheck();
  const wrong: string[] = [];
  const intake = new Map<string, Row>();
  const logged = new Map<string, number>();
  const submissions: Row[] = [];
  const take = (table: string, row: Row) => {
    const trouble = check.look(table, row);
    if (trouble) wrong.push(trouble);
    if (table === 'intake') intake.set(String(row.id), row);
    if (table === 'submission') submissions.push(row);
    if (table !== 'log_entry') return;
    const entry = JSON.parse(String(row.entry)) as { kind: string; commitment: string };
    if (entry.kind === 'received') logged.set(entry.commitment, (logged.get(entry.commitment) ?? 0) + 1);
  };
  try {
    for (const table of snapshot.tables)
      if (LogCheck.tables.has(table.name) || table.name === 'submission')
        for await (const rows of snapshot.pages(table)) for (const row of rows) take(table.name, row);
  } finally {
    await snapshot.close();
  }
  const trouble = check.end();
  return { intake, logged, submissions, wrong: trouble ? [...wrong, trouble] : wrong };
}

/** What SQLite itself says of its file. */
function checkFile(place: Place): string[] {
  if (place.databaseUrl !== null) return [];
  const file = new DatabaseSync(join(place.dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    const said = file
      .prepare('pragma integrity_check')
      .all()
      .map(row => String(row.integrity_check));
    const broken = file.prepare('pragma foreign_key_check').all().length;
    return [
      ...said.filter(line => line !== 'ok'),
      ...(broken > 0 ? [`${broken} rows refer to nothing`] : []),
    ];
  } finally {
    file.close();
  }
}

/** Register numbers of a prison are 1, 2, 3 …, each once. */
function checkRegister(submissions: readonly Row[]): string[] {
  const numbers = submissions.flatMap(({ number }) => (number === null ? [] : [Number(number)]));
  const wrong = numbers.sort((a, b) => a - b).findIndex((number, index) => number !== index + 1);
  return wrong < 0 ? [] : [`register number ${wrong + 1} is missing or doubled`];
}

/**
 * Holds every receipt against the database: its item is there once, with these bytes, under this receipt, and
 * stands once in the log; file, log and register are whole. Says by `note` whatever is not.
 */
export async function inspect(place: Place, prison: Prison, sent: Iterable<Sent>, run: Run): Promise<Found> {
  const { intake, logged, submissions, wrong } = await readContents(place);
  const troubles = [...wrong, ...checkFile(place), ...checkRegister(submissions)];
  const found = { acknowledged: 0, lost: 0, duplicated: 0, damaged: 0 };
  for (const one of sent) {
    if (one.receipt === null) continue;
    const { id } = one.item.statement;
    found.acknowledged += 1;
    const row = intake.get(id);
    const times = logged.get(one.hash) ?? 0;
    if (!row || times === 0) {
      found.lost += 1;
      run.note(`${id} is acknowledged and ${row ? 'not in the log' : 'not there'}`);
    } else if (times > 1) found.duplicated += 1;
    else if (
      row.hash !== one.hash ||
      row.receipt !== one.receipt ||
      !isReceiptFor(one, one.receipt, prison.receiptsKey.publicKey)
    )
      troubles.push(`${id} is not what its receipt says`);
  }
  for (const trouble of troubles) run.note(trouble);
  return { ...found, damaged: troubles.length };
}
