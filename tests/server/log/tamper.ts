import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../server/database/database.ts';
import type { Schema } from '../../../server/database/schema.ts';
import { appendToLog, commitmentOf } from '../../../server/queries/log.ts';
import type { LogEntry } from '../../../shared/log/entry.ts';

type Tx = Transaction<Schema>;

const guarded = [
  'log_entry',
  'log_node',
  'log_checkpoint',
  'log_cosignature',
  'log_evidence',
  'event',
  'record',
];

/** Works on the database as somebody can who has it and knows the triggers: he puts them aside. */
export async function asIntruder(database: Database, work: (tx: Tx) => Promise<void>): Promise<void> {
  await database.transaction(async tx => {
    for (const table of [...guarded, 'intake', 'reply', 'submission']) {
      const triggers = [`${table}_stays`, `${table}_fixed`];
      for (const trigger of triggers)
        await sql
          .raw(
            database.engine === 'sqlite'
              ? `drop trigger if exists ${trigger}`
              : `drop trigger if exists ${trigger} on ${table}`,
          )
          .execute(tx);
    }
    await work(tx);
  });
}

export async function entriesOf(tx: Tx, prisonId: string): Promise<LogEntry[]> {
  const rows = await tx
    .selectFrom('log_entry')
    .select('entry')
    .where('prison_id', '=', prisonId)
    .orderBy('position')
    .execute();
  return rows.map(row => JSON.parse(row.entry) as LogEntry);
}

/** Makes the whole log anew out of these entries, as if it had always been so; the server signs it again. */
export async function rewriteLog(tx: Tx, prisonId: string, entries: readonly LogEntry[]): Promise<void> {
  await tx.deleteFrom('log_cosignature').where('prison_id', '=', prisonId).execute();
  await tx.deleteFrom('log_checkpoint').where('prison_id', '=', prisonId).execute();
  await tx.deleteFrom('log_node').where('prison_id', '=', prisonId).execute();
  await tx.deleteFrom('log_entry').where('prison_id', '=', prisonId).execute();
  await tx
    .updateTable('log_head')
    .set({ size: 0, frontier: '[]' })
    .where('prison_id', '=', prisonId)
    .execute();
  await appendToLog(tx, prisonId, entries, '2026-03-02T07:00:00.000Z');
}

/** Changes an event and its entry so that both agree again. */
export async function rewriteEvent(
  tx: Tx,
  prisonId: string,
  set: { at?: string; action?: string },
): Promise<LogEntry[]> {
  const entries = await entriesOf(tx, prisonId);
  const event = await tx.selectFrom('event').selectAll().orderBy('id').limit(1).executeTakeFirstOrThrow();
  const { salt, ...content } = event;
  const before = commitmentOf(salt, content);
  const after = commitmentOf(salt, { ...content, ...set });
  await tx.updateTable('event').set(set).where('id', '=', event.id).execute();
  return entries.map(entry => (entry.commitment === before ? { ...entry, commitment: after } : entry));
}
