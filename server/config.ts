import { join, resolve } from 'node:path';

/** What a running server was told; read once from the environment, never again. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** `postgres://…`, or null for SQLite under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly demonstration: boolean;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly zone: string;
  /** Where the built apps lie; null in development, when Vite serves them. */
  readonly dist: string | null;
  /** Where the law's text may be found for the demonstration. */
  readonly sharedDir: string | null;
  /** Where the nightly back-ups go; best on another disk. */
  readonly backupDir: string;
  /** Seals the keys into back-ups; null keeps them out. */
  readonly backupPassphrase: string | null;
}

/** A setting that cannot be used; its message is one sentence that names it. */
export class BadSetting extends Error {}

function port(text: string | undefined): number {
  if (text === undefined || text === '') return 8080;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value > 65_535)
    throw new BadSetting(`PORT must be a number from 0 to 65535, not "${text}".`);
  return value;
}

function flag(name: string, text: string | undefined, otherwise: boolean): boolean {
  if (text === undefined || text === '') return otherwise;
  if (text === '0' || text === '1') return text === '1';
  throw new BadSetting(`${name} must be 0 or 1, not "${text}".`);
}

function databaseUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (!/^postgres(ql)?:\/\//.test(text)) throw new BadSetting('DATABASE_URL must begin with postgres://.');
  if (!URL.canParse(text)) throw new BadSetting('DATABASE_URL is not a valid address.');
  return text;
}

function zone(text: string | undefined): string {
  const name = text || 'Africa/Nairobi';
  try {
    Temporal.Now.zonedDateTimeISO(name);
  } catch {
    throw new BadSetting(`SAUTI_ZONE must be a time zone such as Africa/Nairobi, not "${name}".`);
  }
  return name;
}

function tls(env: NodeJS.ProcessEnv): Config['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if (!cert && !key) return null;
  if (!cert) throw new BadSetting('TLS_KEY is set but TLS_CERT is not; HTTPS needs both.');
  if (!key) throw new BadSetting('TLS_CERT is set but TLS_KEY is not; HTTPS needs both.');
  return { cert, key };
}

/** Whoever has the file may guess as long as he likes. */
const shortestPassphrase = 16;

function passphrase(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (text.length < shortestPassphrase)
    throw new BadSetting(`BACKUP_PASSPHRASE must have at least ${shortestPassphrase} characters.`);
  return text;
}

/** Throws BadSetting. `root` is the project's folder. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const dataDir = resolve(root, env.DATA_DIR || 'data');
  return Object.freeze({
    port: port(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDir,
    databaseUrl: databaseUrl(env.DATABASE_URL),
    demonstration: flag('SAUTI_DEMO', env.SAUTI_DEMO, true),
    tls: tls(env),
    zone: zone(env.SAUTI_ZONE),
    dist: flag('SAUTI_DEV', env.SAUTI_DEV, false) ? null : join(root, 'dist'),
    sharedDir: env.SAUTI_SHARED || join(root, '..', 'shared'),
    backupDir: env.BACKUP_DIR ? resolve(root, env.BACKUP_DIR) : join(dataDir, 'backups'),
    backupPassphrase: passphrase(env.BACKUP_PASSPHRASE),
  });
}
