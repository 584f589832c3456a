import { randomBytes, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { appId } from './app-id.ts';
import { KitRefused } from './kit-refused.ts';
import { isPermitted, permittedNames } from './permitted-names.ts';
import { buildPolicies, type PolicyBook, readPolicyBook } from './policies.ts';
import { policyRows } from './policy-rows.ts';
import type { Site } from './site.ts';
import { kioskSwitches } from './switches.ts';

export interface KitOptions {
  readonly site: Site;
  /** The server's address in numbers, or null: then the technician is asked for it. */
  readonly address: string | null;
  /** The time zone that the kiosk's machine is set to. */
  readonly zone: string;
}

const templates = join(import.meta.dirname, '..', '..', 'kiosk', 'lockdown', 'kit');
/** Names a folder as a kit, so that it may be made again in the same place. */
const mark = 'kit.json';

/** An authority that may not speak for the server would give kiosks that trust nothing. */
function refuseForeignAuthority({ authority, server }: Site): void {
  if (authority === null) return;
  const permitted = permittedNames(authority);
  if (!isPermitted(permitted, server.host))
    throw new KitRefused(
      `The authority speaks for ${permitted?.join(', ')} alone, not for ${server.host}; make certificates for that name first.`,
    );
}

function refuseForeignFolder(out: string): void {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, mark)))
    throw new KitRefused(`${out} holds something else than a kit; name an empty folder, or a new one.`);
}

function wordsOf({ site, address, zone }: KitOptions, book: PolicyBook): ReadonlyMap<string, string> {
  const { server, authority } = site;
  const numbers = address ?? (isIP(server.host.replace(/^\[|\]$/g, '')) === 0 ? null : server.host);
  return new Map([
    ['@ORIGIN@', server.origin],
    ['@START@', `${server.origin}/`],
    ['@HOST@', server.host],
    ['@PORT@', String(server.port)],
    ['@ZONE@', zone],
    ['@APP-ID@', appId(`${server.origin}/`)],
    ['@SWITCHES@', ['--ozone-platform=wayland', ...kioskSwitches(site)].join(' ')],
    ['@ADDRESS-EXAMPLE@', numbers ?? '10.0.5.2'],
    [
      '@FINGERPRINT@',
      authority === null ? 'one that Chromium knows' : new X509Certificate(authority).fingerprint256,
    ],
    ['@POLICIES@', policyRows(book, site)],
  ]);
}

function filled(text: string, words: ReadonlyMap<string, string>, printer: boolean): string {
  const chosen = printer
    ? text.replace(/<!--\/?printer-->/g, '')
    : text.replace(/[ \t]*<!--printer-->[\s\S]*?<!--\/printer-->\n?/g, '');
  // What stays between @ signs is filled in on the machine, by install.sh.
  return chosen.replace(/@[A-Z-]+@/g, word => words.get(word) ?? word);
}

function fillFolder(out: string, words: ReadonlyMap<string, string>, printer: boolean): void {
  for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(out, entry.parentPath.slice(templates.length), entry.name);
    writeFileSync(path, filled(readFileSync(path, 'utf8'), words, printer));
    const program = entry.name === 'install.sh' || path.includes('/lib/sauti/');
    chmodSync(path, program ? 0o755 : 0o644);
  }
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes the folder that is copied to kiosks. Made again in the same place it keeps its carry key, so that the stick
 * in the safe goes on opening. Throws KitRefused.
 */
export function writeKit(out: string, options: KitOptions): void {
  const { site, address } = options;
  refuseForeignAuthority(site);
  refuseForeignFolder(out);
  const book = readPolicyBook();
  const policies = {
    managed: buildPolicies(book, 'managed', site),
    carry: buildPolicies(book, 'carry', site),
  };
  const keyFile = join(out, 'carry-key');
  const carryKey = existsSync(keyFile) ? readFileSync(keyFile) : Buffer.from(randomBytes(32).toString('hex'));
  for (const name of ['system', 'managed', 'carry', 'authority.pem'])
    rmSync(join(out, name), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(templates, out, { recursive: true });
  fillFolder(out, wordsOf(options, book), site.printer);
  for (const [name, content] of Object.entries(policies)) {
    mkdirSync(join(out, name));
    writeFileSync(join(out, name, 'sauti.json'), asJson(content));
  }
  writeFileSync(keyFile, carryKey, { mode: 0o600 });
  writeFileSync(join(out, 'address'), address ?? '');
  if (site.authority !== null) writeFileSync(join(out, 'authority.pem'), site.authority);
  const { server, otherNames, printer } = site;
  writeFileSync(
    join(out, mark),
    asJson({ server: server.origin, otherNames, printer, authority: site.authority !== null }),
  );
}
