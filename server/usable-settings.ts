import { createPrivateKey, X509Certificate } from 'node:crypto';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { BadSetting, type Config } from './config.ts';
import type { DatabaseProblem } from './database/database-problem.ts';
import { makeFolder } from './folder.ts';

/**
 * Looks at the machine before anything is made on it: every setting that `readConfig` could read but that cannot be
 * used here stops the start with one sentence that names it. Throws BadSetting.
 */
export async function assertUsable(config: Config, env: NodeJS.ProcessEnv): Promise<void> {
  assertCertificate(config.tls);
  assertFolder('DATA_DIR', config.dataDir);
  if (config.backupDir !== join(config.dataDir, 'backups')) assertFolder('BACKUP_DIR', config.backupDir);
  if (env.SAUTI_SHARED && !isFolder(env.SAUTI_SHARED))
    throw new BadSetting(`SAUTI_SHARED must be a folder that is there, not "${env.SAUTI_SHARED}".`);
  await assertAddress(config.host, config.port);
}

/** The sentence for a database that cannot be opened, with the setting that says where it is. */
export function namingStore(config: Config, problem: DatabaseProblem): string {
  return config.databaseUrl === null
    ? `The database in DATA_DIR cannot be used: ${problem.message}`
    : `DATABASE_URL names a database that cannot be used: ${problem.message}`;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function assertFolder(name: string, folder: string): void {
  try {
    makeFolder(folder);
    if (!isFolder(folder)) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new BadSetting(
      `${name} must be a folder that the server's account can write to, not "${folder}" (${codeOf(error)}).`,
    );
  }
}

function read(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new BadSetting(`${name} names a file that cannot be read, "${path}" (${codeOf(error)}).`);
  }
}

function parsed<T>(parse: () => T, sentence: string): T {
  try {
    return parse();
  } catch {
    throw new BadSetting(sentence);
  }
}

function assertCertificate(tls: Config['tls']): void {
  if (tls === null) return;
  const [certificate, key] = [read('TLS_CERT', tls.cert), read('TLS_KEY', tls.key)];
  const cert = parsed(
    () => new X509Certificate(certificate),
    `TLS_CERT must be a certificate in PEM, which "${tls.cert}" is not.`,
  );
  const secret = parsed(
    () => createPrivateKey(key),
    `TLS_KEY must be a private key in PEM without a passphrase, which "${tls.key}" is not.`,
  );
  if (!cert.checkPrivateKey(secret))
    throw new BadSetting(`TLS_KEY is not the key of the certificate in TLS_CERT.`);
}

/** Listens for a moment, so that a taken port is told before a whole prison is made up. */
async function assertAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  const failure = await new Promise<string | null>(resolve => {
    probe.once('error', error => resolve(codeOf(error)));
    probe.listen({ host, port }, () => resolve(null));
  });
  if (failure === null) await new Promise(resolve => probe.close(resolve));
  else throw new BadSetting(addressSentence(failure, host, port));
}

function addressSentence(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program.`;
  if (code === 'EACCES') return `PORT ${port} is not open to the server's account.`;
  return `HOST must be an address or a name of this machine, not "${host}" (${code}).`;
}
