import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { certifyAuthority } from '../../../server/kit/certificate.ts';
import { derOf } from '../../../server/kit/site.ts';
import { kioskName, Lab } from './lab.ts';
import { type Machine, whyNot } from './machine.ts';
import type { Place } from './place.ts';

/** What the kit's policies and switches do in a real Chromium, beside shutting ways out. */
const hindrance = whyNot();
test.skip(hindrance !== null, `not tried: ${hindrance}`);

let lab: Lab;
test.beforeAll(async () => {
  delete process.env.DISPLAY;
  if (hindrance === null) lab = await Lab.open();
});
test.afterAll(() => lab?.close());

/** Waits for a page of this address to be there, attached to or not. */
async function pageAt(machine: Machine, address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await machine.cdp.targets()).find(
      target => target.type === 'page' && target.url.startsWith(address),
    );
    if (found) return found.targetId;
    await wait(100);
  }
  throw new Error(`no page at ${address}:\n${machine.log}`);
}

async function stoppedAfter<T>(machine: Machine, work: (machine: Machine) => Promise<T>): Promise<T> {
  try {
    return await work(machine);
  } finally {
    await machine.stop();
  }
}

const persisted = (place: Place) => place.run('navigator.storage.persisted()');

const microphone =
  'navigator.mediaDevices.getUserMedia({ audio: true }).then(stream => stream.getAudioTracks().length)';

test('storage is granted for good, and the microphone without a question, once the application is installed and started by its id', async () => {
  const folder = lab.newFolder();
  const policies = lab.policies('test');
  await stoppedAfter(
    lab.machine(folder, {}, ['--no-first-run', '--ignore-certificate-errors', lab.start]),
    async machine => {
      const place = await lab.kioskPlace(machine);
      expect(await place.run('navigator.storage.persist()'), 'without the kit').toBe(false);
    },
  );
  await lab.install(folder, policies);
  for (const time of ['first', 'second'])
    await stoppedAfter(lab.kiosk(folder, policies), async machine => {
      const place = await lab.kioskPlace(machine);
      await expect.poll(() => persisted(place), { message: `${time} start by the id` }).toBe(true);
      expect(await place.run(`matchMedia('(display-mode: fullscreen)').matches`)).toBe(true);
      // Recordings need the microphone, and nobody is there to answer a question about it.
      expect(await place.run(microphone)).toBe(1);
    });
});

test('the full profile lets no debugger at a page; the one for tests, which differs in that key alone, does', async () => {
  const attach = (machine: Machine) => pageAt(machine, lab.start).then(id => machine.cdp.attach(id));
  const full = lab.machine(lab.newFolder(), lab.policies('managed'), ['--no-first-run', lab.start]);
  await stoppedAfter(full, machine => expect(attach(machine)).rejects.toThrow('Not allowed'));
  const open = lab.machine(lab.newFolder(), lab.policies('test'), ['--no-first-run', lab.start]);
  await stoppedAfter(open, machine => expect(attach(machine)).resolves.toMatch(/./));
});

test('the server is believed because of the made authority, and not without it', async () => {
  const { CACertificates: _none, ...without } = lab.policies('test');
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const from = Temporal.Now.instant().subtract({ hours: 1 });
  const term = { from, until: from.add({ hours: 48 }) };
  const other = derOf(certifyAuthority('Somebody else', stranger, [kioskName], term));
  for (const policies of [without, { ...without, CACertificates: [other] }])
    await stoppedAfter(
      lab.machine(lab.newFolder(), policies, ['--no-first-run', lab.start]),
      async machine => {
        const session = await machine.cdp.attach(await pageAt(machine, lab.start));
        const { errorText } = await machine.cdp.send('Page.navigate', { url: lab.start }, session);
        expect(errorText).toMatch(/ERR_CERT_AUTHORITY_INVALID/);
      },
    );
});

test('with the carry profile the page saves to the stick, and nowhere else', async () => {
  const folder = lab.newFolder();
  const stick = join(folder, 'home', 'stick');
  const policies = { ...lab.policies('carry'), DownloadDirectory: stick, DeveloperToolsAvailability: 1 };
  await lab.install(folder, policies);
  await stoppedAfter(lab.kiosk(folder, policies), async machine => {
    const place = await lab.kioskPlace(machine);
    const save = (href: string, name: string) =>
      place.run(
        `void (() => { const a = document.createElement('a'); a.href = ${href}; a.download = '${name}'; document.body.append(a); a.click() })()`,
      );
    await save(`URL.createObjectURL(new Blob(['sealed']))`, 'queue.sauti');
    await expect
      .poll(() =>
        readdirSync(folder, { recursive: true })
          .map(String)
          .filter(name => name.endsWith('queue.sauti')),
      )
      .toEqual(['home/stick/queue.sauti']);
    expect(readFileSync(join(stick, 'queue.sauti'), 'utf8')).toBe('sealed');
    expect(readdirSync(join(folder, 'home', 'Downloads'))).toEqual([]);
    await save(`'${lab.outside.origin}/file'`, 'taken.txt');
    await wait(500);
    expect(readdirSync(stick)).toEqual(['queue.sauti']);
    expect(lab.outside.takeHits()).toEqual([]);
  });
});

test('Chromium itself finds no fault with any policy of the kit', async () => {
  const full = lab.policies('test');
  const shut = (full.URLBlocklist as string[]).filter(filter => !filter.startsWith('chrome:'));
  const policies = { ...full, URLBlocklist: shut, URLAllowlist: ['chrome://policy'] };
  await stoppedAfter(
    lab.machine(lab.newFolder(), policies, ['--no-first-run', 'about:blank']),
    async machine => {
      await pageAt(machine, 'about:blank');
      await machine.cdp.send('Target.createTarget', { url: 'chrome://policy' });
      const session = await machine.cdp.attach(await pageAt(machine, 'chrome://policy'));
      const read = async () => {
        const { result } = await machine.cdp.send(
          'Runtime.evaluate',
          { expression: policyRows, returnByValue: true },
          session,
        );
        // Nothing, as long as the page is still being put together.
        return (result as { value?: string[] }).value ?? [];
      };
      const names = Object.keys(policies);
      await expect.poll(async () => (await read()).length).toBeGreaterThanOrEqual(names.length);
      const rows = await read();
      const states = names.map(name => `${name}: ${stateOf(rows, name)}`);
      expect(states.filter(state => !/: (OK|Deprecated)$/.test(state))).toEqual([]);
    },
  );
});

/** The words of every row of chrome://policy that is set, through its closed boxes. */
const policyRows = `(() => {
  const rows = [];
  const walk = node => {
    if (node.localName === 'policy-row') rows.push(node.shadowRoot.textContent.replace(/\\s+/g, ' ').trim());
    for (const child of [...node.children, ...(node.shadowRoot?.children ?? [])]) walk(child);
  };
  walk(document.body);
  return rows.filter(row => row.includes(' Mandatory '));
})()`;

function stateOf(rows: readonly string[], name: string): string {
  const row = rows.find(one => one.startsWith(`${name} `));
  return row ? (/ Mandatory (.+?) Value /.exec(row)?.[1] ?? row.slice(0, 200)) : 'not known';
}
