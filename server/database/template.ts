import { hash } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Statement } from './statement.ts';

type Db = Kysely<Schema>;

/** A statement over many rows, as Kysely would write it, and the values of one row in the order of its columns. */
export interface Template<Row> {
  readonly build: (db: Db, rows: readonly Row[]) => { compile(): CompiledQuery };
  readonly values: (row: Row) => readonly unknown[];
}

/** More rows than this in one statement gain nothing, and PostgreSQL's limit of 65,535 values is far away. */
const largest = 64;

/** Powers of two, largest first, so that few texts serve every number of rows and each is prepared once. */
function sizesOf(count: number): number[] {
  if (count === 0) return [];
  const size = Math.min(largest, 2 ** Math.floor(Math.log2(count)));
  return [size, ...sizesOf(count - size)];
}

type Text = Required<Pick<Statement, 'sql' | 'name'>>;

function textOf<Row>(template: Template<Row>, db: Db, rows: readonly Row[]): Text {
  const { sql, parameters } = template.build(db, rows).compile();
  const values = rows.flatMap(row => template.values(row));
  // Once per size, before anything is written: values in another order would land in each other's columns.
  if (values.length !== parameters.length || values.some((value, index) => value !== parameters[index]))
    throw new Error('the values of a template are not in the order of its columns');
  return { sql, name: hash('sha256', sql, 'base64url') };
}

/**
 * Makes statements for any number of rows: Kysely writes each text once per engine and size, afterwards only
 * the values change. Writing the text anew for every batch costs more than running it.
 */
export function statementsOf<Row>(template: Template<Row>): (db: Db, rows: readonly Row[]) => Statement[] {
  // A store's transactions all share its adapter.
  const known = new WeakMap<object, Map<number, Text>>();
  return (db, rows) => {
    const { adapter } = db.getExecutor();
    const texts = known.get(adapter) ?? new Map<number, Text>();
    known.set(adapter, texts);
    let from = 0;
    return sizesOf(rows.length).map(size => {
      const some = rows.slice(from, from + size);
      from += size;
      const text = texts.get(size) ?? textOf(template, db, some);
      texts.set(size, text);
      return { ...text, parameters: some.flatMap(row => template.values(row)) };
    });
  };
}
