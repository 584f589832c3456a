import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../../server/kit/certificates.ts';
import { buildPolicies, readPolicyBook, stickFolder } from '../../../server/kit/policies.ts';
import { readServer } from '../../../server/kit/site.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'sauti-kit-'));
const kit = join(folder, 'kit');
const installed = join(folder, 'machine');
const server = 'https://kiosk.prison.internal:8443';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'server/commands/lockdown-kit.ts'), ...args],
    { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder } },
  );
  return { status, said: `${stdout}${stderr}`.trim() };
}

const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8');

function install(address?: string) {
  const args = [join(kit, 'install.sh'), ...(address ? [address] : [])];
  return spawnSync('sh', args, { encoding: 'utf8', env: { ...process.env, SAUTI_ROOT: installed } });
}

let authority = '';
beforeAll(() => {
  const { files } = makeCertificates(join(folder, 'certificates'), ['kiosk.prison.internal']);
  authority = read(files.authority);
  expect(command('--server', server, '--out', kit, '--address', '10.0.5.2').status).toBe(0);
  expect(install()).toMatchObject({ status: 0, stderr: '' });
});

describe('the kit', () => {
  it('holds the policies of both profiles, with the authority that lies with the server', () => {
    const site = { server: readServer(server), otherNames: [], authority, printer: false };
    for (const profile of ['managed', 'carry'] as const)
      expect(JSON.parse(read(kit, profile, 'sauti.json'))).toEqual(
        buildPolicies(readPolicyBook(), profile, site),
      );
    expect(readdirSync(join(kit, 'managed'))).toEqual(['sauti.json']);
    expect(read(kit, 'authority.pem')).toBe(authority);
  });

  it('never holds the profile for tests, nor a key of the server', () => {
    for (const file of filesOf(kit)) expect(readFileSync(file, 'utf8'), file).not.toContain('PRIVATE KEY');
    expect(existsSync(join(kit, 'test'))).toBe(false);
  });

  it("has pages whose every word is filled in, with each policy's reason", () => {
    for (const page of ['README.html', 'android.html'])
      expect(read(kit, page), page).not.toMatch(/@[A-Z-]{2,}@|<!--/);
    expect(read(kit, 'README.html')).toContain('URLBlocklist');
    expect(read(kit, 'README.html')).not.toContain('lpadmin');
    for (const word of ['Handset', 'Hood', 'privacy film', 'Back to a wall', 'Camera off', 'amber light'])
      expect(read(kit, 'README.html')).toContain(word);
  });

  it('made again in the same place keeps the key of the stick in the safe', () => {
    const before = read(kit, 'carry-key');
    expect(command('--server', server, '--out', kit, '--address', '10.0.5.2').status).toBe(0);
    expect(read(kit, 'carry-key')).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(kit, 'carry-key')).mode & 0o077).toBe(0);
  });

  it('for a printer says how to set it up', () => {
    const other = join(folder, 'printer');
    expect(command('--server', server, '--out', other, '--printer').status).toBe(0);
    expect(read(other, 'README.html')).toContain('lpadmin');
    expect(read(other, 'system/etc/sauti/kiosk.conf')).toContain('--kiosk-printing');
    expect(JSON.parse(read(other, 'managed/sauti.json')).PrintingEnabled).toBe(true);
  });

  it.each([
    ['a server without encryption', ['--server', 'http://kiosk.prison.internal', '--out', '@new']],
    ['a server of one word', ['--server', 'https://kiosk', '--out', '@new']],
    ['a server in numbers', ['--server', 'https://10.0.5.2', '--out', '@new']],
    [
      'a server that the authority does not know',
      ['--server', 'https://other.prison.internal', '--out', '@new'],
    ],
    ['an address in words', ['--server', server, '--out', '@new', '--address', 'kiosk']],
    ['an authority that is not there', ['--server', server, '--out', '@new', '--authority', '/nowhere.pem']],
    ['a folder that holds something else', ['--server', server, '--out', '@full']],
    ['a folder that is a file', ['--server', server, '--out', '/etc/passwd']],
  ])('is refused for %s, in one sentence, and nothing is written', (_name, args) => {
    const full = join(folder, 'full');
    spawnSync('mkdir', ['-p', full]);
    writeFileSync(join(full, 'letter.txt'), 'mine');
    const fresh = join(folder, 'new');
    const { status, said } = command(...args.map(one => ({ '@new': fresh, '@full': full })[one] ?? one));
    expect(status).toBe(1);
    expect(said).toMatch(/^[^\n]+\.$/);
    expect(existsSync(fresh)).toBe(false);
    expect(readdirSync(full)).toEqual(['letter.txt']);
  });
});

describe('the kit on a machine', () => {
  it('fills in the address, and leaves no word open', () => {
    for (const file of filesOf(join(installed, 'etc')))
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/@[A-Z-]{2,}@/);
    expect(read(installed, 'etc/hosts')).toBe('10.0.5.2 kiosk.prison.internal\n');
    expect(read(installed, 'etc/nftables.conf')).toContain('ip daddr 10.0.5.2 tcp dport 8443 accept');
    expect(read(installed, 'etc/systemd/timesyncd.conf.d/sauti.conf')).toContain(
      'NTP=kiosk.prison.internal\n',
    );
  });

  it('may be put on twice, and on another address', () => {
    expect(install('fd00::2').status).toBe(0);
    expect(read(installed, 'etc/hosts')).toBe('fd00::2 kiosk.prison.internal\n');
    expect(read(installed, 'etc/nftables.conf')).toContain('ip6 daddr fd00::2 udp dport 123 accept');
    expect(install('10.0.5.2').status).toBe(0);
    expect(read(installed, 'etc/hosts')).toBe('10.0.5.2 kiosk.prison.internal\n');
  });

  it.each(['server', '10.0.5.2; rm', 'kiosk.prison.internal'])('refuses the address "%s"', address => {
    const { status, stderr } = install(address);
    expect(status).toBe(1);
    expect(stderr).toMatch(/is not an address in numbers/);
  });

  it('chooses the profile in the folder that the carry profile saves to', () => {
    expect(read(installed, 'usr/local/lib/sauti/choose-profile')).toContain(`stick=${stickFolder}\n`);
    expect(read(installed, 'etc/systemd/system/sauti-kiosk.service')).toContain(stickFolder);
  });

  it('has programs that a shell can read, and starts the browser without a debugger, inside its sandbox', () => {
    for (const program of ['start', 'choose-profile']) {
      const path = join(installed, 'usr/local/lib/sauti', program);
      expect(spawnSync('sh', ['-n', path]).status).toBe(0);
      expect(statSync(path).mode & 0o111).toBe(0o111);
    }
    const conf = read(installed, 'etc/sauti/kiosk.conf');
    expect(conf).not.toMatch(/remote-debugging|no-sandbox|incognito|headless/);
  });

  it('starts by the address until the application is there, and by its id from then on', () => {
    const place = join(folder, 'start');
    const bin = join(place, 'bin');
    const chromium = `#!/bin/sh\necho "$@" >>"${place}/calls"\nmkdir -p "${place}/profile/Default/Web Applications/Manifest Resources/abcd"\n`;
    spawnSync('mkdir', ['-p', bin]);
    writeFileSync(join(bin, 'chromium'), chromium, { mode: 0o755 });
    // The pause for Chromium to write down what it installed is nothing that this test waits for.
    writeFileSync(join(bin, 'sleep'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(
      join(place, 'conf'),
      `START='https://a.b/'\nAPP_ID='abcd'\nPROFILE='${place}/profile'\nSWITCHES='--kiosk --x'\n`,
    );
    const start = () =>
      spawnSync('sh', [join(installed, 'usr/local/lib/sauti/start')], {
        env: { PATH: `${bin}:${process.env.PATH}`, SAUTI_CONF: join(place, 'conf') },
      }).status;
    expect([start(), start()]).toEqual([0, 0]);
    const profile = `--user-data-dir=${place}/profile --kiosk --x`;
    expect(read(place, 'calls').trim().split('\n')).toEqual([
      `${profile} https://a.b/`,
      `${profile} --app-id=abcd`,
      `${profile} --app-id=abcd`,
    ]);
  });
});
