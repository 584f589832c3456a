import { describe, expect, it } from 'vitest';
import {
  buildPolicies,
  type Profile,
  readPolicyBook,
  refuseForgetful,
  stickFolder,
} from '../../../server/kit/policies.ts';
import { readServer, type Site } from '../../../server/kit/site.ts';
import { kioskSwitches } from '../../../server/kit/switches.ts';

const book = readPolicyBook();
const site: Site = {
  server: readServer('https://kiosk.prison.internal:8443'),
  otherNames: ['panel.prison.internal'],
  authority: null,
  printer: false,
};
const profile = (name: Profile, more: Partial<Site> = {}) => buildPolicies(book, name, { ...site, ...more });

/** The names of policies in which two profiles differ. */
function differences(one: object, other: object): string[] {
  const [a, b] = [one, other].map(policies => new Map(Object.entries(policies)));
  const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...names].filter(name => JSON.stringify(a?.get(name)) !== JSON.stringify(b?.get(name))).sort();
}

describe('the profiles', () => {
  it('for tests differs from the full one in the debugging key alone', () => {
    expect(differences(profile('managed'), profile('test'))).toEqual(['DeveloperToolsAvailability']);
    expect(profile('managed').DeveloperToolsAvailability).toBe(2);
  });

  it('for carrying differs in what lets one file out to the stick, and in nothing else', () => {
    expect(differences(profile('managed'), profile('carry'))).toEqual([
      'DownloadDirectory',
      'DownloadRestrictions',
      'URLAllowlist',
    ]);
    expect(profile('carry')).toMatchObject({
      DownloadDirectory: stickFolder,
      PromptForDownloadLocation: false,
      AllowFileSelectionDialogs: false,
      URLAllowlist: ['https://.kiosk.prison.internal:8443', 'blob:*'],
    });
  });

  it('with a printer print, and to no file', () => {
    const found = differences(profile('managed'), profile('managed', { printer: true }));
    expect(found).toEqual([
      'PrintHeaderFooter',
      'PrintPreviewUseSystemDefaultPrinter',
      'PrinterTypeDenyList',
      'PrintingEnabled',
    ]);
    expect(kioskSwitches({ printer: true })).toContain('--kiosk-printing');
    expect(kioskSwitches({ printer: false })).not.toContain('--kiosk-printing');
  });

  it.each(['managed', 'test', 'carry'] as const)('%s names no word that was left to be filled in', name => {
    expect(JSON.stringify(profile(name))).not.toMatch(/@[A-Z]/);
  });

  it('shut everything but this server by this name and port, and of it the panel and the interface', () => {
    const { URLBlocklist, URLAllowlist } = profile('managed');
    expect(URLAllowlist).toEqual(['https://.kiosk.prison.internal:8443']);
    expect(URLBlocklist).toEqual(
      expect.arrayContaining([
        '*',
        'chrome://*',
        'chrome-untrusted://*',
        'https://.kiosk.prison.internal:8443/admin',
        'https://.kiosk.prison.internal:8443/api',
        '.panel.prison.internal',
      ]),
    );
  });

  it('carry the authority as the bytes of its certificate, or nothing', () => {
    expect(profile('managed').CACertificates).toEqual([]);
    expect(() => profile('managed', { authority: 'not a certificate' })).toThrow(/not a certificate/);
  });
});

describe('a policy that makes a kiosk forget', () => {
  it.each([
    ['clears on exit', { ClearBrowsingDataOnExitList: ['cached_images_and_files'] }],
    ['clears after a time', { BrowsingDataLifetime: [] }],
    ['has a profile for one run', { ForceEphemeralProfiles: false }],
    ['keeps cookies for the session', { CookiesSessionOnlyForUrls: ['*'] }],
    ['blocks cookies, and storage with them', { CookiesBlockedForUrls: ['*'] }],
    ['has cookies for the session alone', { DefaultCookiesSetting: 4 }],
    ['has no cookies', { DefaultCookiesSetting: 2 }],
  ])('%s: no kit is made', (_name, policy) => {
    expect(() => refuseForgetful({ DefaultCookiesSetting: 1, ...policy })).toThrow(/unsent complaints/);
  });
  it('is nowhere in the book, nor in the switches', () => {
    for (const name of ['managed', 'test', 'carry'] as const)
      expect(() => refuseForgetful(profile(name))).not.toThrow();
    const switches = kioskSwitches({ printer: true }).join(' ');
    expect(switches).not.toMatch(/incognito|guest|remote-debugging|no-sandbox|ignore-certificate/);
  });
});

describe('the book', () => {
  const all = [...book.groups, ...Object.values(book.profiles), ...Object.values(book.variants)];
  it('gives every policy its reason', () => {
    for (const { name, why } of all.flatMap(group => group.policies))
      expect(why, name).toMatch(/^.{8,}[.…]$|\.\.\.$/);
  });
  it('names each policy once, in words that Chromium could know', () => {
    const names = book.groups.flatMap(group => group.policies.map(policy => policy.name));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
  });
});
