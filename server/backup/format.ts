/**
 * A back-up is one file: gzip over lines of JSON, the same whatever database it was made from.
 *
 * 1. the header: what it is, when and from what it was made;
 * 2. the keys, sealed under a passphrase, or null;
 * 3. for each table its name, then each of its rows as an array in the order of the header's columns;
 * 4. the footer: how many rows of each table, and the SHA-256 of every byte before it.
 */
export const backupFormat = 1;

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Header {
  readonly sauti: 'back-up';
  readonly format: typeof backupFormat;
  /** The version of the program that made it. */
  readonly program: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** What the tables had been through. */
  readonly migrations: readonly string[];
  /** Each after all those to which its rows refer. */
  readonly tables: readonly BackupTable[];
  /** Names of the key files that what is in it was made with, whether they are in it or not. */
  readonly keyFiles: readonly string[];
  /** Whether the second line holds them. */
  readonly keys: boolean;
}

/** Argon2id makes the key, AES-256-GCM seals; the header is bound in, so that keys fit only their own back-up. */
export interface SealedKeys {
  readonly kdf: 'argon2id';
  /** KiB, passes, lanes. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  /** Base64url. */
  readonly salt: string;
  readonly nonce: string;
  /** Ciphertext and tag. */
  readonly sealed: string;
}

export interface KeysLine {
  readonly keys: SealedKeys | null;
}

/** Comes before the rows of that table. */
export interface TableLine {
  readonly table: string;
}

/** What a column holds; the same on both engines. */
export type Value = string | number | null;

export interface Footer {
  readonly end: 'back-up';
  readonly counts: Readonly<Record<string, number>>;
  /** Base64url SHA-256 over the bytes of all lines before this one, line ends included. */
  readonly sha256: string;
}

/** A file that is no whole back-up. Its message is one sentence that says what is wrong. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
  /** Counted from 1; null if it is not about one line. */
  readonly line: number | null;
  constructor(what: string, line: number | null, options?: ErrorOptions) {
    super(line === null ? what : `Line ${line}: ${what}`, options);
    this.line = line;
  }
}

/** A whole back-up that cannot be used here and now; the message says why and how to go on. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string');

const isTable = (value: unknown): value is BackupTable =>
  isFields(value) && typeof value.name === 'string' && isTexts(value.columns);

/** The header in a first line; throws if it is none, or one that a newer program wrote. */
export function readHeader(value: unknown): Header {
  if (!isFields(value) || value.sauti !== 'back-up')
    throw new DamagedBackup('this is no back-up of Sauti', 1);
  if (value.format !== backupFormat)
    throw new BackupRefused(
      `It was written by a newer version of Sauti (${value.program}). Install that one first.`,
    );
  const { program, madeAt, migrations, tables, keyFiles, keys } = value;
  const whole =
    typeof program === 'string' &&
    typeof madeAt === 'string' &&
    isTexts(migrations) &&
    Array.isArray(tables) &&
    tables.every(isTable) &&
    isTexts(keyFiles) &&
    typeof keys === 'boolean';
  if (!whole) throw new DamagedBackup('the header is not whole', 1);
  return { sauti: 'back-up', format: backupFormat, program, madeAt, migrations, tables, keyFiles, keys };
}

export function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value);
}
