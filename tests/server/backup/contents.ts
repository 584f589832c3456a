import { readLines } from '../../../server/backup/backup-lines.ts';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';

/** Every row of a back-up, `table {"column":…}`, columns in one order; without the tables named. */
export async function rowsOf(file: string, without: readonly string[]): Promise<string[]> {
  const rows: string[] = [];
  const { header } = await verifyBackup(file);
  const columns = new Map(header.tables.map(table => [table.name, table.columns]));
  await verifyBackup(file, (table, values) => {
    if (without.includes(table)) return;
    const named = columns.get(table)?.map((column, index) => [column, values[index]] as const) ?? [];
    const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
    rows.push(`${table} ${JSON.stringify(Object.fromEntries(sorted))}`);
  });
  return rows;
}

/** All of its text. */
export async function textOf(file: string): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines(file)) lines.push(line.text);
  return lines.join('\n');
}
