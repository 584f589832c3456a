import { demonstrationDevicePin } from '../../shared/kiosk/device-pin.ts';
import { kindOfPin } from '../../shared/prisoner/pin.ts';
import { pictureOf } from '../../shared/prisoner/pin-pictures.ts';
import { signInPrisoners } from './people.ts';
import { demonstrationPassword, staffEntries } from './staff.ts';

/** What a visitor of the demonstration may want to know of each prisoner's sign-in. */
const remarks: Readonly<Record<(typeof signInPrisoners)[number]['number'], string>> = {
  '1024/26': 'Wing A, convicted: complaints in every state, a reply not yet read',
  '587/26': 'Wing B, remand',
  '318/25': 'Wing D (women): is asked "was this you?"',
  '640/25': 'Wing C, appellant: his PIN is of pictures',
};

/** A PIN as somebody can enter it: its digits, or the names of its pictures. */
export function readable(pin: string): string {
  return kindOfPin(pin) === 'digits' ? pin : Array.from(pin, pictureOf).join(' ');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  return rows.map(row =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}

/** The sign-ins of the demonstration, to be printed at the start. */
export function demonstrationSignIns(): string {
  const prisoners = signInPrisoners.map(({ number, pin }) => [number, readable(pin), remarks[number]]);
  const staff = staffEntries.map(({ username, name, role, unit, wing }) => [
    username,
    name,
    [role.replaceAll('-', ' '), unit, wing ? `wing ${wing}` : null].filter(Boolean).join(', '),
  ]);
  return [
    '',
    'This is a demonstration: the prison, its people and all that they say are made up.',
    '',
    ...table([['Number', 'PIN', 'At the kiosk'], ...prisoners]),
    '',
    ...table([['Username', 'Name', 'In the panel'], ...staff]),
    '',
    `  Everyone's password in the panel: ${demonstrationPassword}`,
    `  The kiosk's own PIN, for its set-up screen: ${demonstrationDevicePin}`,
  ].join('\n');
}
