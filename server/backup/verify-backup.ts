import { isSealedKeys } from './backup-keys.ts';
import { type Line, readLines } from './backup-lines.ts';
import {
  DamagedBackup,
  type Footer,
  type Header,
  isFields,
  isValue,
  readHeader,
  type SealedKeys,
  type Value,
} from './format.ts';
import { type Fields, LogCheck } from './log-check.ts';

/** A back-up that was read from its first byte to its last and found whole. */
export interface VerifiedBackup {
  readonly header: Header;
  /** The header as it is written, to which the keys are bound. */
  readonly headerText: string;
  readonly keys: SealedKeys | null;
  readonly counts: Readonly<Record<string, number>>;
  /** Entries of all logs, each worked out anew. */
  readonly logEntries: number;
  readonly sha256: string;
}

/** Takes each row as it goes past, in the order of the file. */
export type TakeRow = (table: string, values: readonly Value[]) => void | Promise<void>;

/** Reads the lines of one back-up in their order and holds each against what may stand there. */
class Reading {
  header: Header | null = null;
  headerText = '';
  keys: SealedKeys | null = null;
  footer: Footer | null = null;
  readonly log = new LogCheck();
  readonly #counts = new Map<string, number>();
  #table: Header['tables'][number] | null = null;
  #tablesSeen = 0;

  /** The row that this line holds, or null if it is none. Throws DamagedBackup. */
  take(line: Line): { table: string; values: readonly Value[] } | null {
    const { number, value } = line;
    if (this.footer) throw new DamagedBackup('something follows the end', number);
    if (number === 1) {
      this.header = readHeader(value);
      this.headerText = line.text;
    } else if (number === 2) this.#takeKeys(value);
    else if (Array.isArray(value)) return this.#takeRow(value, number);
    else if (isFields(value) && typeof value.table === 'string') this.#takeTable(value.table, number);
    else this.#takeFooter(line);
    return null;
  }

  #takeKeys(value: unknown): void {
    const sealed = isFields(value) ? value.keys : undefined;
    if (this.header?.keys ? !isSealedKeys(sealed) : sealed !== null)
      throw new DamagedBackup('the keys are not as the header says', 2);
    this.keys = isSealedKeys(sealed) ? sealed : null;
  }

  #takeTable(name: string, number: number): void {
    const expected = this.header?.tables[this.#tablesSeen];
    if (expected?.name !== name)
      throw new DamagedBackup(`table ${name} stands where ${expected?.name ?? 'the end'} should`, number);
    this.#tablesSeen += 1;
    this.#table = expected;
    this.#counts.set(name, 0);
  }

  #takeRow(values: readonly unknown[], number: number) {
    const table = this.#table;
    if (!table) throw new DamagedBackup('a row belongs to no table', number);
    if (values.length !== table.columns.length || !values.every(isValue))
      throw new DamagedBackup(`it is no row of ${table.name}`, number);
    const fields: Fields = Object.fromEntries(table.columns.map((column, index) => [column, values[index]]));
    const wrong = this.log.look(table.name, fields);
    if (wrong) throw new DamagedBackup(wrong, number);
    this.#counts.set(table.name, (this.#counts.get(table.name) ?? 0) + 1);
    return { table: table.name, values: values as readonly Value[] };
  }

  #takeFooter({ number, value, digestBefore }: Line): void {
    if (!isFields(value) || value.end !== 'back-up' || !isFields(value.counts))
      throw new DamagedBackup('it is no line of a back-up', number);
    if (this.#tablesSeen !== this.header?.tables.length)
      throw new DamagedBackup('the end comes before the last table', number);
    for (const [table, count] of this.#counts)
      if (value.counts[table] !== count)
        throw new DamagedBackup(
          `${value.counts[table]} rows of ${table} were written and ${count} are here`,
          number,
        );
    if (value.sha256 !== digestBefore())
      throw new DamagedBackup('what stands before it is not what was written: the digest differs', number);
    this.footer = value as unknown as Footer;
  }
}

/**
 * Reads a back-up to its end and proves that it is whole: digest, number of rows, every prison's log. Rows are
 * handed to `take` on the way: whoever cannot undo what he does with them reads it twice. Throws DamagedBackup,
 * BackupRefused or the disk's own error.
 */
export async function verifyBackup(file: string, take: TakeRow = () => undefined): Promise<VerifiedBackup> {
  const reading = new Reading();
  let last = 0;
  for await (const line of readLines(file)) {
    last = line.number;
    const row = reading.take(line);
    if (row) await take(row.table, row.values);
  }
  const { header, headerText, keys, footer, log } = reading;
  if (!header || !footer) throw new DamagedBackup('the file ends before its end was written', last + 1);
  const wrong = log.end();
  if (wrong) throw new DamagedBackup(wrong, null);
  return { header, headerText, keys, counts: footer.counts, logEntries: log.entries, sha256: footer.sha256 };
}
