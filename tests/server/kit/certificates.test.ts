import { createPrivateKey, X509Certificate } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certifyServer } from '../../../server/kit/certificate.ts';
import { certificateExpiry } from '../../../server/kit/certificate-expiry.ts';
import { certificateFiles, makeCertificates } from '../../../server/kit/certificates.ts';
import { KitRefused } from '../../../server/kit/kit-refused.ts';
import { isPermitted, permittedNames } from '../../../server/kit/permitted-names.ts';

const host = 'kiosk.prison.internal';
const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
const years = (count: number) => now.add({ hours: 24 * 365 * count });

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sauti-certificates-')), 'certificates');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const read = (path: string) => readFileSync(path, 'utf8');

/** What a client that believes `ca` alone gets from a server with this certificate, asked for by `name`. */
async function asked(cert: string, key: string, ca: string, name: string): Promise<string> {
  const server = createServer({ cert, key }, (_request, response) => response.end('heard'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, servername: name, ca, agent: false }, answer => {
        answer.setEncoding('utf8').on('data', resolve);
      }).on('error', reject);
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

describe('certificates made here', () => {
  it('are believed by whoever believes the authority, for their names and no other', async () => {
    const { files } = makeCertificates(folder, [host, 'panel.prison.internal']);
    const [cert, key, ca] = [read(files.server), read(files.serverKey), read(files.authority)];
    expect(await asked(cert, key, ca, host)).toBe('heard');
    expect(await asked(cert, key, ca, 'panel.prison.internal')).toBe('heard');
    await expect(asked(cert, key, ca, 'elsewhere.prison.internal')).rejects.toThrow(/altname/i);
    const other = makeCertificates(`${folder}-other`, [host]);
    await expect(asked(cert, key, read(other.files.authority), host)).rejects.toThrow();
  });

  it('come from an authority that cannot speak for anybody else', async () => {
    const { files } = makeCertificates(folder, [host]);
    const authority = new X509Certificate(read(files.authority));
    const name = authority.subject.replace('CN=', '');
    const key = createPrivateKey(read(files.serverKey));
    const from = Temporal.Now.instant().subtract({ hours: 1 });
    const forged = certifyServer(
      { name, key: createPrivateKey(read(files.authorityKey)) },
      key,
      ['bank.example.com'],
      { from, until: from.add({ hours: 48 }) },
    );
    const answer = asked(forged, read(files.serverKey), read(files.authority), 'bank.example.com');
    await expect(answer).rejects.toThrow(/permitted subtree/);
    expect(permittedNames(read(files.authority))).toEqual([host]);
  });

  it('hold for 398 days and ten years, from a day before, on P-256', () => {
    const { files } = makeCertificates(folder, [host], { now });
    const days = (path: string) => {
      const { validFromDate, validToDate } = new X509Certificate(read(path));
      return (validToDate.getTime() - validFromDate.getTime()) / 86_400_000;
    };
    expect(days(files.server)).toBe(398);
    expect(days(files.authority)).toBe(3652);
    const server = new X509Certificate(read(files.server));
    expect(server.validFromDate.toISOString()).toBe('2026-02-28T08:00:00.000Z');
    expect(server.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(server.ca).toBe(false);
  });

  it('keep their keys from everybody else on the machine', () => {
    const { files } = makeCertificates(folder, [host]);
    for (const path of [files.authorityKey, files.serverKey]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('are renewed by the same call, under the same authority', async () => {
    const first = makeCertificates(folder, [host], { now });
    const before = [read(first.files.authority), read(first.files.server)];
    const second = makeCertificates(folder, [host], { now: years(1) });
    expect([first.newAuthority, second.newAuthority]).toEqual([true, false]);
    expect(read(second.files.authority)).toBe(before[0]);
    expect(read(second.files.server)).not.toBe(before[1]);
    expect(second.serverUntil.since(first.serverUntil).total('days')).toBe(365);
    makeCertificates(folder, [host]);
    const { server, serverKey, authority } = certificateFiles(folder);
    expect(await asked(read(server), read(serverKey), read(authority), host)).toBe('heard');
  });

  it('never outlive their authority', () => {
    makeCertificates(folder, [host], { now });
    const late = makeCertificates(folder, [host], { now: years(9.5) });
    expect(late.serverUntil.equals(late.authorityUntil)).toBe(true);
    expect(() => makeCertificates(folder, [host], { now: years(11) })).toThrow(/run out/);
  });

  it('are refused for a name that the authority does not know, unless another authority is wanted', () => {
    const first = makeCertificates(folder, [host]);
    const before = read(first.files.authority);
    expect(() => makeCertificates(folder, ['other.prison.internal'])).toThrow(KitRefused);
    expect(read(first.files.authority)).toBe(before);
    const other = makeCertificates(folder, ['other.prison.internal'], { newAuthority: true });
    expect(permittedNames(read(other.files.authority))).toEqual(['other.prison.internal']);
  });

  it("are refused when the authority's key is kept elsewhere, or is another one", () => {
    const { files } = makeCertificates(folder, [host]);
    const strange = makeCertificates(`${folder}-strange`, [host]);
    rmSync(files.authorityKey);
    expect(() => makeCertificates(folder, [host])).toThrow(/not there; bring it back/);
    cpSync(strange.files.authorityKey, files.authorityKey);
    expect(() => makeCertificates(folder, [host])).toThrow(/is not the key of/);
  });
});

describe("a certificate's end", () => {
  it.each([
    ['the day it is made', now, 397],
    ['when the panel begins to warn', now.add({ hours: 24 * 337 }), 60],
    ['an hour before', now.add({ hours: 24 * 397 - 1 }), 0],
    ['an hour after', now.add({ hours: 24 * 397 + 1 }), -1],
  ])('%s', (_name, moment, daysLeft) => {
    const { files } = makeCertificates(folder, [host], { now });
    const expiry = certificateExpiry(files.server, moment);
    expect(expiry.daysLeft).toBe(daysLeft);
    expect(expiry.notAfter.toString()).toBe('2027-04-02T08:00:00Z');
  });
});

describe('the names an authority may speak for', () => {
  it.each([
    ['the name itself', ['a.b'], 'a.b', true],
    ['a name below it', ['a.b'], 'c.a.b', true],
    ['a name that only ends alike', ['a.b'], 'ca.b', false],
    ['a name above it', ['a.b'], 'b', false],
    ['any name, of an authority without limits', null, 'x.y', true],
  ])('%s', (_name, permitted, asking, expected) => {
    expect(isPermitted(permitted, asking)).toBe(expected);
  });
});
