import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { KitRefused } from './kit-refused.ts';
import { derOf, type Site } from './site.ts';

/** One of Chromium's policies, with the reason that stands on the technician's page. */
export interface Policy {
  readonly name: string;
  readonly value: unknown;
  readonly why: string;
}

interface Group {
  readonly about: string;
  readonly policies: readonly Policy[];
}

/** `kiosk/lockdown/policies.json`: the one source of every profile. */
export interface PolicyBook {
  readonly groups: readonly Group[];
  readonly profiles: Readonly<Record<'test' | 'carry', Group>>;
  readonly variants: Readonly<Record<'printer', Group>>;
}

export type Profile = 'managed' | 'test' | 'carry';
export type Policies = Readonly<Record<string, unknown>>;

/** Where the carry stick is mounted; the only folder that the carry profile saves to. */
export const stickFolder = '/media/sauti-carry';

const bookFile = join(import.meta.dirname, '..', '..', 'kiosk', 'lockdown', 'policies.json');

export function readPolicyBook(): PolicyBook {
  return JSON.parse(readFileSync(bookFile, 'utf8')) as PolicyBook;
}

/** Chromium's filter for one server: scheme, this very host (the dot shuts names below it), port. */
function filterOf({ host, port }: Site['server']): string {
  const exact = isIP(host.replace(/^\[|\]$/g, '')) === 0 ? `.${host}` : host;
  return `https://${exact}:${port}`;
}

/** What stands for each word between @ signs. A list takes the place of its word, an empty one leaves it out. */
function wordsOf(site: Site): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ['@SERVER@', [filterOf(site.server)]],
    ['@ORIGIN@', [site.server.origin]],
    ['@START@', [`${site.server.origin}/`]],
    ['@STICK@', [stickFolder]],
    ['@OTHER-NAMES@', site.otherNames.map(name => `.${name}`)],
    ['@AUTHORITY@', site.authority === null ? [] : [derOf(site.authority)]],
  ]);
}

function fillText(text: string, words: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const word = /@[A-Z-]+@/.exec(text)?.[0];
  if (word === undefined) return [text];
  const found = words.get(word);
  if (!found) throw new Error(`policies.json knows no word ${word}`);
  return found.map(one => text.replace(word, one));
}

function fill(value: unknown, words: ReadonlyMap<string, readonly string[]>): unknown {
  if (typeof value === 'string') return fillText(value, words)[0];
  if (Array.isArray(value))
    return value.flatMap<unknown>(item =>
      typeof item === 'string' ? fillText(item, words) : [fill(item, words)],
    );
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, words)]));
  return value;
}

/** One policy's value for one site. */
export function valueFor(policy: Policy, site: Site): unknown {
  return fill(policy.value, wordsOf(site));
}

/**
 * Policies that would wipe what is kept and not yet sent: none may be in any profile, whatever its value, but for
 * cookies, which must be kept (1) and never be for the session alone.
 */
const forgetful = [
  'ClearBrowsingDataOnExitList',
  'BrowsingDataLifetime',
  'ForceEphemeralProfiles',
  'CookiesSessionOnlyForUrls',
  'CookiesBlockedForUrls',
];

/** Throws KitRefused if these policies would make a kiosk forget. */
export function refuseForgetful(policies: Policies): void {
  const found = forgetful.find(name => name in policies);
  if (found)
    throw new KitRefused(`The policy ${found} would wipe unsent complaints; no profile may have it.`);
  if (policies.DefaultCookiesSetting !== 1)
    throw new KitRefused('DefaultCookiesSetting must be 1: any other value wipes unsent complaints.');
}

/** One profile of Chromium's managed policies for one site. Throws KitRefused if it would make a kiosk forget. */
export function buildPolicies(book: PolicyBook, profile: Profile, site: Site): Policies {
  const chosen = [
    ...book.groups.flatMap(group => group.policies),
    ...(site.printer ? book.variants.printer.policies : []),
    ...(profile === 'managed' ? [] : book.profiles[profile].policies),
  ];
  const policies: Record<string, unknown> = {};
  for (const policy of chosen) policies[policy.name] = valueFor(policy, site);
  refuseForgetful(policies);
  return policies;
}
