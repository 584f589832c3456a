import type { Role } from '../../shared/staff/roles.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';
import type { WingLetter } from './people.ts';

interface Entry {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly superior: string | null;
  readonly unit?: UnitKey;
  readonly wing?: WingLetter;
  /** Of headquarters: belongs to no prison. */
  readonly headquarters?: true;
}

/**
 * Staff of every role, superiors before those under them. The first readers report to the officer in charge
 * alone, so that a complaint about the deputy can still be read; the units are under the deputy, the officers of
 * the wings under security.
 */
export const demonstrationStaff = [
  { username: 'officer-in-charge', name: 'Beatrice Nyakundi', role: 'officer-in-charge', superior: null },
  { username: 'deputy', name: 'Joseph Lemayian', role: 'deputy', superior: 'officer-in-charge' },
  { username: 'reader', name: 'Grace Mwikali', role: 'first-reader', superior: 'officer-in-charge' },
  {
    username: 'reader-b',
    name: 'Samuel Barasa',
    role: 'first-reader',
    superior: 'officer-in-charge',
    wing: 'B',
  },
  { username: 'kitchen', name: 'Moses Kiptanui', role: 'unit-officer', superior: 'deputy', unit: 'kitchen' },
  { username: 'stores', name: 'Agnes Wairimu', role: 'unit-officer', superior: 'deputy', unit: 'stores' },
  {
    username: 'infirmary',
    name: 'Halima Noor',
    role: 'unit-officer',
    superior: 'deputy',
    unit: 'infirmary',
  },
  {
    username: 'documentation',
    name: 'Daniel Ogutu',
    role: 'unit-officer',
    superior: 'deputy',
    unit: 'documentation',
  },
  {
    username: 'welfare',
    name: 'Faith Chepkoech',
    role: 'unit-officer',
    superior: 'deputy',
    unit: 'welfare',
  },
  { username: 'security', name: 'Peter Mutiso', role: 'unit-officer', superior: 'deputy', unit: 'security' },
  {
    username: 'wing-a',
    name: 'John Kazungu',
    role: 'unit-officer',
    superior: 'security',
    unit: 'security',
    wing: 'A',
  },
  {
    username: 'wing-b',
    name: 'Stephen Njeru',
    role: 'unit-officer',
    superior: 'security',
    unit: 'security',
    wing: 'B',
  },
  {
    username: 'wing-c',
    name: 'Isaac Makokha',
    role: 'unit-officer',
    superior: 'security',
    unit: 'security',
    wing: 'C',
  },
  {
    username: 'wing-d',
    name: 'Lydia Kerubo',
    role: 'unit-officer',
    superior: 'security',
    unit: 'security',
    wing: 'D',
  },
  { username: 'medical', name: 'Amina Saidi', role: 'medical-officer', superior: 'officer-in-charge' },
  { username: 'records', name: 'Esther Kagendo', role: 'documentation-office', superior: 'deputy' },
  { username: 'interpreter', name: 'Dorcas Charo', role: 'interpreter', superior: null },
  { username: 'translator', name: 'Hussein Bakari', role: 'translator', superior: null },
  { username: 'editor', name: 'Ruth Njagi', role: 'editor', superior: null },
  {
    username: 'commissioner',
    name: 'Elizabeth Wanza',
    role: 'commissioner',
    superior: null,
    headquarters: true,
  },
  {
    username: 'second-commissioner',
    name: 'Francis Ekai',
    role: 'commissioner',
    superior: null,
    headquarters: true,
  },
  { username: 'justice', name: 'Patrick Musembi', role: 'visiting-justice', superior: null },
  { username: 'visitor', name: 'Sarah Atieno', role: 'prison-visitor', superior: null },
  { username: 'oversight', name: 'Naomi Jeptoo', role: 'oversight', superior: null },
  { username: 'administrator', name: 'Kevin Odhiambo', role: 'administrator', superior: null },
] as const satisfies readonly Entry[];

export type Username = (typeof demonstrationStaff)[number]['username'];

/** The same list, with what is left out read as absent. */
export const staffEntries: readonly (Entry & { readonly username: Username })[] = demonstrationStaff;

export const officerOfUnit: Readonly<Record<UnitKey, Username>> = {
  kitchen: 'kitchen',
  stores: 'stores',
  infirmary: 'infirmary',
  documentation: 'documentation',
  welfare: 'welfare',
  security: 'security',
};

export const officerOfWing: Readonly<Record<WingLetter, Username>> = {
  A: 'wing-a',
  B: 'wing-b',
  C: 'wing-c',
  D: 'wing-d',
};

/** Everyone's password in the demonstration; it is printed at every start. */
export const demonstrationPassword = 'demonstration-2026';
