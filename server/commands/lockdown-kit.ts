import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { certificateFiles } from '../kit/certificates.ts';
import { dottedHostNames } from '../kit/host-name.ts';
import { writeKit } from '../kit/kit.ts';
import { KitRefused } from '../kit/kit-refused.ts';
import { readServer } from '../kit/site.ts';
import { CommandRefused, runCommand } from './command.ts';
import { orRefuse } from './kit-command.ts';

const root = join(import.meta.dirname, '..', '..');

const usage = `Usage: npm run lockdown-kit -- --server https://NAME[:PORT] --out DIR [--address IP] [--printer]
                               [--host-name NAME[,NAME…]] [--authority FILE] [--bare-address]

Writes the folder that turns a machine into a kiosk of this server: Chromium's policies, the system's files, a page
that a technician follows in twenty minutes (README.html), and one for Android.

  --server         where the kiosks' server is; https, and a name with a dot in it
  --out            the folder to write; made again in the same place, it keeps its carry key
  --address        the server's address in numbers; the technician is asked for it if it is not given
  --printer        the kiosk prints receipt codes on a printer of its own
  --host-name      other names that this server has, for the panel; they are shut on kiosks
  --authority      the local authority's certificate; DATA_DIR/certificates/authority.pem if that is there
  --bare-address   says that --server is meant to be an IP address`;

const options = {
  server: { type: 'string' },
  out: { type: 'string' },
  address: { type: 'string' },
  printer: { type: 'boolean' },
  'host-name': { type: 'string' },
  authority: { type: 'string' },
  'bare-address': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function readArguments() {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\n\n${usage}`);
  }
}

// npm runs scripts in the project's folder; a relative name was typed in another one.
const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? '', path);

function authorityOf(given: string | undefined): string | null {
  const file = given
    ? typedPath(given)
    : certificateFiles(join(readConfig(process.env, root).dataDir, 'certificates')).authority;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  if (given) throw new KitRefused(`The authority ${given} is not there.`);
  return null;
}

function addressOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (isIP(given) === 0)
    throw new KitRefused(`--address must be in numbers, such as 10.0.5.2, not "${given}".`);
  return given;
}

await runCommand(async () => {
  const given = readArguments();
  if (given.help) return console.log(usage);
  const { server, out } = given;
  if (server === undefined) throw new CommandRefused(`--server is missing.\n\n${usage}`);
  if (out === undefined) throw new CommandRefused(`--out is missing.\n\n${usage}`);
  const site = orRefuse(() => ({
    server: readServer(server, given['bare-address'] === true),
    otherNames: given['host-name'] === undefined ? [] : dottedHostNames(given['host-name'], '--host-name'),
    authority: authorityOf(given.authority),
    printer: given.printer === true,
  }));
  const { zone } = readConfig(process.env, root);
  orRefuse(() => writeKit(typedPath(out), { site, zone, address: addressOf(given.address) }));
  console.log(`The kit for ${site.server.origin} is in ${typedPath(out)}; begin with README.html.`);
  if (site.authority === null)
    console.log(
      'It holds no authority: kiosks will believe the server only if its certificate comes from one that Chromium knows (see npm run make-certificates).',
    );
});
