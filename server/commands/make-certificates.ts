import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { type MadeCertificates, makeCertificates } from '../kit/certificates.ts';
import { dottedHostNames } from '../kit/host-name.ts';
import { CommandRefused, runCommand } from './command.ts';
import { orRefuse } from './kit-command.ts';

const root = join(import.meta.dirname, '..', '..');

const usage = `Usage: npm run make-certificates -- --host NAME[,NAME…] [--out DIR] [--new-authority]

Makes HTTPS for the prison's own network, without the internet: a local authority that can speak for these names
alone (ten years), and the server's certificate signed by it (398 days). Run again, it keeps the authority and
renews the server's certificate: kiosks notice nothing.

  --host            the server's names, each with a dot in it, such as kiosk.prison.internal
  --out             where to; DATA_DIR/certificates if it is not given
  --new-authority   makes another authority in the place of the one that is there; every kiosk then needs a new kit

Then start the server with TLS_CERT and TLS_KEY as printed, and make the kiosks' kit with "npm run lockdown-kit".`;

const options = {
  host: { type: 'string' },
  out: { type: 'string' },
  'new-authority': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function readArguments() {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\n\n${usage}`);
  }
}

const dayOf = (instant: Temporal.Instant) => instant.toString().slice(0, 10);

function summaryOf(made: MadeCertificates): string {
  const { files } = made;
  return [
    `The server's certificate holds until ${dayOf(made.serverUntil)}; this command renews it.`,
    made.newAuthority
      ? `A new authority was made, until ${dayOf(made.authorityUntil)}: kiosks trust it through a kit made from now on.`
      : `The authority was kept (until ${dayOf(made.authorityUntil)}): kiosks need nothing.`,
    '',
    `  TLS_CERT=${files.server}`,
    `  TLS_KEY=${files.serverKey}`,
    '',
    'Restart the server to use it. Keep a copy of the folder off this machine, under lock and key: whoever has',
    `${files.authorityKey} can pretend to be this server.`,
  ].join('\n');
}

await runCommand(async () => {
  const given = readArguments();
  if (given.help) return console.log(usage);
  if (given.host === undefined) throw new CommandRefused(`--host is missing.\n\n${usage}`);
  const hosts = orRefuse(() => dottedHostNames(given.host ?? '', '--host'));
  // npm runs scripts in the project's folder; a relative name was typed in another one.
  const folder = given.out
    ? resolve(process.env.INIT_CWD ?? '', given.out)
    : join(readConfig(process.env, root).dataDir, 'certificates');
  console.log(
    summaryOf(
      orRefuse(() => makeCertificates(folder, hosts, { newAuthority: given['new-authority'] === true })),
    ),
  );
});
