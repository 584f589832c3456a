import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Statement } from '../database/statement.ts';
import { readTableShapes, type TableShape } from '../database/table-shape.ts';
import { BackupRefused, type Header, type Value } from './format.ts';

/** The tables are only known by name here, as in the file. */
type AnyTable = Record<string, Record<string, Value>>;
type Row = Readonly<Record<string, Value>>;

/** One line, which a server that was only just started has written by itself; it is replaced. */
const writtenByItself = 'clock';

const rowsInStatement = 50;
const statementsInBatch = 8;

/** The first table that holds anything, or null. */
export async function firstFilled(db: Kysely<Schema>, tables: readonly TableShape[]): Promise<string | null> {
  for (const { name } of tables) {
    if (name === writtenByItself) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return name;
  }
  return null;
}

/**
 * Puts rows back, in the order of the file, so that every row finds those to which it refers. Triggers and
 * references stay alive: what they refuse is no row of ours.
 */
export class Refill {
  readonly #database: Database;
  readonly #tx: Transaction<Schema>;
  readonly #db: Kysely<AnyTable>;
  readonly #shapes: ReadonlyMap<string, TableShape>;
  readonly #columns: ReadonlyMap<string, readonly string[]>;
  /** References of rows to rows of their own table, which may come later: set when all of them are there. */
  readonly #later: Statement[] = [];
  #table = '';
  #rows: Row[] = [];

  private constructor(
    database: Database,
    tx: Transaction<Schema>,
    header: Header,
    shapes: readonly TableShape[],
  ) {
    this.#database = database;
    this.#tx = tx;
    this.#db = tx as unknown as Kysely<AnyTable>;
    this.#shapes = new Map(shapes.map(shape => [shape.name, shape]));
    this.#columns = new Map(header.tables.map(({ name, columns }) => [name, columns]));
  }

  /** Throws BackupRefused unless the tables are empty and the ones that the back-up was made from. */
  static async begin(database: Database, tx: Transaction<Schema>, header: Header): Promise<Refill> {
    const shapes = await readTableShapes(tx, database.engine);
    const filled = await firstFilled(tx, shapes);
    if (filled !== null)
      throw new BackupRefused(`The database is not empty (${filled} has rows). Restore into an empty one.`);
    const ours = (table: string, columns: readonly string[]) => `${table}(${[...columns].sort().join()})`;
    const known = new Set(shapes.map(({ name, columns }) => ours(name, columns)));
    const strange = header.tables.find(({ name, columns }) => !known.has(ours(name, columns)));
    if (strange || known.size !== header.tables.length)
      throw new BackupRefused(
        `Its tables are not those of this version (${strange?.name ?? 'one is missing'}).`,
      );
    await tx.deleteFrom(writtenByItself).execute();
    return new Refill(database, tx, header, shapes);
  }

  async put(table: string, values: readonly Value[]): Promise<void> {
    if (table !== this.#table) await this.#finishTable(table);
    const columns = this.#columns.get(table) ?? [];
    this.#rows.push(Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
    if (this.#rows.length === rowsInStatement * statementsInBatch) await this.#flush();
  }

  /** After the last row. Throws unless as many rows are there as the back-up counted. */
  async end(counts: Readonly<Record<string, number>>): Promise<void> {
    await this.#finishTable('');
    for (const [table, expected] of Object.entries(counts)) {
      const { rows } = await sql<{
        count: number;
      }>`select count(*) as "count" from ${sql.table(table)}`.execute(this.#tx);
      if (rows[0]?.count !== expected)
        throw new Error(`${expected} rows of ${table} were put back and ${rows[0]?.count} are there`);
    }
  }

  async #finishTable(next: string): Promise<void> {
    await this.#flush();
    await this.#database.batch(this.#tx, this.#later.splice(0));
    this.#table = next;
  }

  async #flush(): Promise<void> {
    const rows = this.#rows.splice(0).map(row => this.#withoutOwnReferences(row));
    const statements: Statement[] = [];
    for (let from = 0; from < rows.length; from += rowsInStatement)
      statements.push(
        this.#db
          .insertInto(this.#table)
          .values(rows.slice(from, from + rowsInStatement))
          .compile(),
      );
    await this.#database.batch(this.#tx, statements);
  }

  #withoutOwnReferences(row: Row): Row {
    const shape = this.#shapes.get(this.#table);
    const own = (shape?.references ?? []).filter(({ table }) => table === this.#table);
    const set = Object.fromEntries(own.map(({ column }) => [column, row[column] ?? null]));
    if (Object.values(set).every(value => value === null)) return row;
    let update = this.#db.updateTable(this.#table).set(set);
    for (const column of shape?.key ?? []) update = update.where(column, '=', row[column] ?? null);
    this.#later.push(update.compile());
    return { ...row, ...Object.fromEntries(own.map(({ column }) => [column, null])) };
  }
}
