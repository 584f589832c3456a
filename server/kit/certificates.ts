import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certifyAuthority, certifyServer } from './certificate.ts';
import { expiryOf } from './certificate-expiry.ts';
import { writeDurableFile } from './durable-file.ts';
import { KitRefused } from './kit-refused.ts';
import { isPermitted, permittedNames } from './permitted-names.ts';

const day = { hours: 24 } as const;
const authorityDays = 3652;
/** As long as browsers accept of any authority; renewed yearly, with a month to spare. */
const serverDays = 398;

/** What lies in the folder of certificates. */
export interface CertificateFiles {
  readonly authority: string;
  readonly authorityKey: string;
  readonly server: string;
  readonly serverKey: string;
}

export interface MadeCertificates {
  readonly files: CertificateFiles;
  /** False when the authority that was there has been kept, so that kiosks go on trusting. */
  readonly newAuthority: boolean;
  readonly serverUntil: Temporal.Instant;
  readonly authorityUntil: Temporal.Instant;
}

interface Authority {
  readonly pem: string;
  readonly name: string;
  readonly key: KeyObject;
}

export function certificateFiles(folder: string): CertificateFiles {
  return {
    authority: join(folder, 'authority.pem'),
    authorityKey: join(folder, 'authority-key.pem'),
    server: join(folder, 'server.pem'),
    serverKey: join(folder, 'server-key.pem'),
  };
}

/** A kiosk whose clock is some hours behind must still believe a certificate made today. */
function termOf(now: Temporal.Instant, days: number) {
  const from = now.subtract(day);
  return { from, until: from.add({ hours: 24 * days }) };
}

function newKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeDurableFile(path, String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 0o600);
  return privateKey;
}

function readKey(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new KitRefused(`The key ${path} cannot be used (${(error as Error).message}).`);
  }
}

function makeAuthority(files: CertificateFiles, hosts: readonly string[], now: Temporal.Instant): Authority {
  // Every authority its own name: a kiosk that knows two of them can tell which one signed.
  const name = `Sauti authority ${randomBytes(4).toString('hex')}`;
  const key = newKey(files.authorityKey);
  const pem = certifyAuthority(name, key, hosts, termOf(now, authorityDays));
  writeDurableFile(files.authority, pem, 0o644);
  return { pem, name, key };
}

/** The authority that is there, if it may speak for `hosts` today. Throws KitRefused if it may not. */
function readAuthority(files: CertificateFiles, hosts: readonly string[], now: Temporal.Instant): Authority {
  if (!existsSync(files.authorityKey))
    throw new KitRefused(
      `The authority's key ${files.authorityKey} is not there; bring it back from where it is kept to renew.`,
    );
  const pem = readFileSync(files.authority, 'utf8');
  const key = readKey(files.authorityKey);
  const certificate = new X509Certificate(pem);
  if (!certificate.checkPrivateKey(key))
    throw new KitRefused(`${files.authorityKey} is not the key of ${files.authority}.`);
  const permitted = permittedNames(pem);
  const foreign = hosts.find(host => !isPermitted(permitted, host));
  if (foreign)
    throw new KitRefused(
      `The authority that is there speaks for ${permitted?.join(', ')} alone, not for ${foreign}; --new-authority makes another, and every kiosk then needs a new kit.`,
    );
  if (Temporal.Instant.compare(expiryOf(pem), now.add(day)) <= 0)
    throw new KitRefused(
      'The authority has run out; --new-authority makes another, and every kiosk then needs a new kit.',
    );
  return { pem, name: certificate.subject.replace(/^CN=/, ''), key };
}

/**
 * Makes what HTTPS without the internet needs, or renews it: an authority (kept if it is there), and a server's
 * certificate for `hosts` signed by it. The server's key is kept too, so that a power cut between two files never
 * leaves a key without its certificate. Throws KitRefused.
 */
export function makeCertificates(
  folder: string,
  hosts: readonly string[],
  options: { readonly now?: Temporal.Instant; readonly newAuthority?: boolean } = {},
): MadeCertificates {
  const now = options.now ?? Temporal.Now.instant();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const files = certificateFiles(folder);
  const newAuthority = options.newAuthority === true || !existsSync(files.authority);
  const authority = newAuthority ? makeAuthority(files, hosts, now) : readAuthority(files, hosts, now);
  const key = existsSync(files.serverKey) ? readKey(files.serverKey) : newKey(files.serverKey);
  const authorityUntil = expiryOf(authority.pem);
  const wanted = termOf(now, serverDays);
  const until = Temporal.Instant.compare(wanted.until, authorityUntil) < 0 ? wanted.until : authorityUntil;
  writeDurableFile(files.server, certifyServer(authority, key, hosts, { ...wanted, until }), 0o644);
  return { files, newAuthority, serverUntil: until, authorityUntil };
}
