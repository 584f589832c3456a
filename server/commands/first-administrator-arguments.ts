import { parseArgs } from 'node:util';
import { CommandRefused } from './command.ts';

export const usage = `Usage: npm run first-administrator -- --prison NAME --wings A,B,C --administrator NAME --officer-in-charge NAME
                                     [--commissioner NAME]
       npm run first-administrator -- --commissioner NAME

Makes a prison with its wings, its administrator and its officer in charge; everyone else is let in by two people
in the panel. The Commissioner at headquarters is needed once for the whole server: without that account nobody
can let in the visiting justices, and what names the officer in charge is read by nobody.

  --prison              the prison's name; refused if there is a prison of that name
  --wings               the wings' names with commas between; a single letter or digit A becomes "Wing A"
  --administrator       who keeps accounts and kiosks, and can read no submission
  --officer-in-charge   who heads the prison; another person than the administrator
  --commissioner        who reads for headquarters; refused if there is one

The settings are the server's own (DATA_DIR, DATABASE_URL, SAUTI_ZONE). Passwords are printed this once.`;

const options = {
  prison: { type: 'string' },
  wings: { type: 'string' },
  administrator: { type: 'string' },
  'officer-in-charge': { type: 'string' },
  commissioner: { type: 'string' },
  help: { type: 'boolean' },
} as const;

interface AskedPrison {
  readonly name: string;
  readonly wings: readonly string[];
  readonly administrator: string;
  readonly officerInCharge: string;
}

/** What the command is asked to make. */
export interface Asked {
  readonly prison: AskedPrison | null;
  readonly commissioner: string | null;
}

type Given = ReturnType<typeof parse>;

/** Null: only how it is used was asked. Throws CommandRefused, in one sentence or with the usage. */
export function readArguments(args: readonly string[]): Asked | null {
  const given = parse(args);
  if (given.help) return null;
  const commissioner = given.commissioner === undefined ? null : nameOf(given, 'commissioner');
  if (Object.keys(given).join() === 'commissioner') return { prison: null, commissioner };
  const prison = {
    name: nameOf(given, 'prison'),
    wings: wingsOf(given),
    administrator: nameOf(given, 'administrator'),
    officerInCharge: nameOf(given, 'officer-in-charge'),
  };
  if (prison.administrator.toLowerCase() === prison.officerInCharge.toLowerCase())
    throw new CommandRefused('The administrator and the officer in charge must be two people.');
  return { prison, commissioner };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\n\n${usage}`);
  }
}

/** A name as given: at most eighty characters that can be read, spaces made one. */
function nameOf(given: Given, option: Exclude<keyof Given, 'help'>): string {
  const name = (given[option] ?? '').trim().replace(/\s+/g, ' ');
  if (name === '') throw new CommandRefused(`--${option} is missing.\n\n${usage}`);
  if (name.length > 80 || /\p{Cc}/u.test(name))
    throw new CommandRefused(`--${option} must be a name of at most 80 characters.`);
  return name;
}

/** "A" is how it is written on a door, "Wing A" how it is spoken of. */
function wingsOf(given: Given): string[] {
  const wings = nameOf(given, 'wings')
    .split(',')
    .map(wing => wing.trim())
    .filter(wing => wing !== '')
    .map(wing => (/^[\p{L}\p{N}]$/u.test(wing) ? `Wing ${wing.toUpperCase()}` : wing));
  if (wings.length === 0) throw new CommandRefused('--wings names no wing.');
  const twice = wings.find((wing, index) => wings.indexOf(wing) !== index);
  if (twice) throw new CommandRefused(`--wings names ${twice} twice.`);
  return wings;
}
