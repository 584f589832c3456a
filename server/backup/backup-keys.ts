import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeKeyFile } from '../keys.ts';
import { BackupRefused, isFields, type SealedKeys } from './format.ts';

const derive = promisify(argon2);

/**
 * More than a PIN's: it is worked out once a night, and whoever has the file has all the time in the world.
 * RFC 9106 section 4, second recommendation: 64 MiB, three passes, four lanes.
 */
const cost = { memory: 65_536, passes: 3, parallelism: 4 } as const;

const keysFolder = (dataDir: string) => join(dataDir, 'keys');

/** The names of the key files; none if there is no folder of keys. */
export function listKeyFiles(dataDir: string): string[] {
  const folder = keysFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => file.endsWith('.json') && !file.startsWith('.'))
    .sort();
}

function keyOf(
  passphrase: string,
  salt: Buffer,
  costs: Pick<SealedKeys, keyof typeof cost>,
): Promise<Buffer> {
  const { memory, passes, parallelism } = costs;
  // Typed on another keyboard the same letters may be other bytes.
  const message = passphrase.normalize('NFKC');
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 });
}

/** Seals these key files of `DATA_DIR/keys`, bound to the back-up's header line. */
export async function sealKeys(
  dataDir: string,
  files: readonly string[],
  passphrase: string,
  header: string,
): Promise<SealedKeys> {
  const contents = files.map(file => [file, readFileSync(join(keysFolder(dataDir), file), 'utf8')]);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, cost), nonce);
  cipher.setAAD(Buffer.from(header));
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify(Object.fromEntries(contents)), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    kdf: 'argon2id',
    ...cost,
    salt: salt.toString('base64url'),
    nonce: nonce.toString('base64url'),
    sealed: sealed.toString('base64url'),
  };
}

export function isSealedKeys(value: unknown): value is SealedKeys {
  if (!isFields(value) || value.kdf !== 'argon2id') return false;
  const { memory, passes, parallelism, salt, nonce, sealed } = value;
  return (
    [memory, passes, parallelism].every(Number.isSafeInteger) &&
    [salt, nonce, sealed].every(text => typeof text === 'string')
  );
}

/** The key files by name. Throws BackupRefused if the passphrase is another one. */
export async function openKeysOf(
  sealed: SealedKeys,
  passphrase: string,
  header: string,
): Promise<ReadonlyMap<string, string>> {
  const bytes = Buffer.from(sealed.sealed, 'base64url');
  const key = await keyOf(passphrase, Buffer.from(sealed.salt, 'base64url'), sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64url'));
  decipher.setAAD(Buffer.from(header));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
    return new Map(Object.entries(JSON.parse(plain.toString('utf8')) as Record<string, string>));
  } catch {
    throw new BackupRefused('BACKUP_PASSPHRASE is not the one under which its keys were sealed.');
  }
}

/** Puts key files into `DATA_DIR/keys`; those that are there already stay. Answers how many were put. */
export function putKeys(dataDir: string, files: ReadonlyMap<string, string>): number {
  const folder = keysFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const missing = [...files].filter(([file]) => !existsSync(join(folder, file)));
  for (const [file, content] of missing) writeKeyFile(folder, file, content);
  return missing.length;
}
