import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { appId } from '../../../server/kit/app-id.ts';
import { type CertificateFiles, makeCertificates } from '../../../server/kit/certificates.ts';
import { buildPolicies, type Policies, type Profile, readPolicyBook } from '../../../server/kit/policies.ts';
import { derOf, readServer, type Site } from '../../../server/kit/site.ts';
import { kioskSwitches } from '../../../server/kit/switches.ts';
import { Machine } from './machine.ts';
import { type Outside, openOutside, outsideName } from './outside.ts';
import { Place } from './place.ts';
import { freePort, RealServer } from './real-server.ts';

export const kioskName = 'kiosk.prison.internal';
const otherName = 'panel.prison.internal';
const names = [kioskName, `deeper.${kioskName}`, otherName, outsideName];

/** A prison's network on one machine: the real server, somebody outside, and kiosks. */
export class Lab {
  readonly #folder: string;
  readonly #machines: Machine[] = [];
  readonly files: CertificateFiles;
  readonly server: RealServer;
  readonly outside: Outside;
  readonly site: Site;
  #folders = 0;

  private constructor(folder: string, files: CertificateFiles, server: RealServer, outside: Outside) {
    this.#folder = folder;
    this.files = files;
    this.server = server;
    this.outside = outside;
    this.site = {
      server: readServer(server.origin),
      otherNames: [otherName],
      authority: readFileSync(files.authority, 'utf8'),
      printer: false,
    };
  }

  static async open(): Promise<Lab> {
    const folder = mkdtempSync(join(tmpdir(), 'sauti-lockdown-'));
    const { files } = makeCertificates(join(folder, 'certificates'), names);
    const server = new RealServer(await freePort(), kioskName, join(folder, 'data'), files);
    const outside = await openOutside(files, kioskName);
    await server.ready();
    return new Lab(folder, files, server, outside);
  }

  get start(): string {
    return `${this.server.origin}/`;
  }

  get appId(): string {
    return appId(this.start);
  }

  policies(profile: Profile): Policies {
    return buildPolicies(readPolicyBook(), profile, this.site);
  }

  /** A folder of its own for a new machine. */
  newFolder(): string {
    this.#folders += 1;
    return join(this.#folder, `machine-${this.#folders}`);
  }

  machine(folder: string, policies: Policies, switches: readonly string[]): Machine {
    const machine = new Machine({ folder, policies, names, switches });
    this.#machines.push(machine);
    return machine;
  }

  /** Started once by its address, as the kit's start script does, until policy has installed the application. */
  async install(folder: string, policies: Policies): Promise<void> {
    const machine = this.machine(folder, policies, [...kioskSwitches({ printer: false }), this.start]);
    const resources = 'profile/Default/Web Applications/Manifest Resources';
    for (let tries = 0; tries < 300 && !existsSync(join(folder, resources, this.appId)); tries += 1)
      await wait(100);
    if (!existsSync(join(folder, resources, this.appId)))
      throw new Error(`the application was not installed:\n${machine.log}`);
    // The database of what is installed is written a moment after the icons.
    await wait(1_000);
    await machine.stop();
  }

  /** A kiosk as the kit starts it, from the second start on. */
  kiosk(folder: string, policies: Policies): Machine {
    const switches = [...kioskSwitches({ printer: false }), `--app-id=${this.appId}`];
    return this.machine(folder, policies, switches);
  }

  /** A kiosk's page, there and calm. */
  async kioskPlace(machine: Machine): Promise<Place> {
    const { outside, start: home } = this;
    const place = new Place({ machine, outside, home, kiosk: this.server.origin });
    await place.settle();
    return place;
  }

  /** A browser as it comes, that only believes the certificates, on a page that protects itself from nothing. */
  async unlocked(): Promise<Place> {
    const policies = { CACertificates: [derOf(readFileSync(this.files.authority, 'utf8'))] };
    const home = `${this.outside.origin}/`;
    const machine = this.machine(this.newFolder(), policies, ['--no-first-run', `--app=${home}`]);
    const place = new Place({ machine, outside: this.outside, home, kiosk: this.server.origin });
    await place.settle();
    // The first key after a start is lost while the window is still being drawn.
    await wait(400);
    return place;
  }

  async close(): Promise<void> {
    for (const machine of this.#machines) await machine.stop();
    this.outside.close();
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
