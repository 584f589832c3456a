import { pageCatalogue } from '../../shared/content/pages.ts';
import { isLanguage, type Language } from '../../shared/language/languages.ts';
import { caseRoles, type Role } from '../../shared/staff/roles.ts';
import { type Kind, kindNames } from '../../shared/submission/kinds.ts';
import type { CaseName } from '../store/case-name.ts';

export const lists = ['reading', 'open', 'answered', 'finished'] as const;
export type List = (typeof lists)[number];

/** One list of cases, and which part of it. */
export interface CasesPlace {
  readonly page: 'cases';
  readonly list: List;
  readonly kind: Kind | null;
  readonly wing: string | null;
  /** Only those that say the same as the case of this number. */
  readonly alike: number | null;
}

/** The parts of somebody's record. */
export const recordTabs = ['sentence', 'stage', 'earnings', 'going'] as const;
export type RecordTab = (typeof recordTabs)[number];

/** Where somebody is in the panel. */
export type Place =
  | { readonly page: 'home' }
  | CasesPlace
  | ({ readonly page: 'case' } & CaseName)
  | { readonly page: 'prisoner'; readonly id: string; readonly tab: RecordTab }
  /** One language, text by text. */
  | { readonly page: 'language'; readonly code: Language }
  /** One reading page in one language. */
  | { readonly page: 'text'; readonly id: string; readonly code: Language }
  | { readonly page: PlainPage }
  | { readonly page: 'unknown' };

const plainPages = [
  'lights',
  'prisoners',
  'tasks',
  'pins',
  'work',
  'import',
  'rulebook',
  'kinds',
  'claims',
  'departures',
  'irregularities',
  'visit',
  'letters',
  'log',
  'kiosks',
  'rounds',
  'paper',
  'digest',
  'walk',
  'staff',
  'absences',
  'backups',
  'content',
  'languages',
  'time',
  'law',
  'password',
] as const;
export type PlainPage = (typeof plainPages)[number];

export const base = '/admin/';

/* What somebody searches for may be a name: it is kept out of the address, and so out of the browser's history. */
function casesPlace(query: URLSearchParams): CasesPlace {
  return {
    page: 'cases',
    list: lists.find(name => name === query.get('list')) ?? 'open',
    kind: kindNames.find(name => name === query.get('kind')) ?? null,
    wing: query.get('wing'),
    alike: /^[1-9][0-9]{0,11}$/.test(query.get('alike') ?? '') ? Number(query.get('alike')) : null,
  };
}

function recordPlace(id: string, [tab, ...more]: readonly string[]): Place {
  const found = tab === undefined ? 'sentence' : recordTabs.find(name => name === tab && name !== 'sentence');
  return found && more.length === 0 ? { page: 'prisoner', id, tab: found } : { page: 'unknown' };
}

function textPlace(id: string, [code = '', ...more]: readonly string[]): Place {
  const isPage = pageCatalogue.some(entry => entry.id === id);
  return isPage && isLanguage(code) && more.length === 0 ? { page: 'text', id, code } : { page: 'unknown' };
}

/** Reads an address below `/admin/`. */
export function readPlace(pathname: string, search = ''): Place {
  if (!`${pathname}/`.startsWith(base)) return { page: 'unknown' };
  const [first = '', second, ...more] = pathname.slice(base.length).split('/').filter(Boolean);
  if (first === '') return { page: 'home' };
  if (first === 'prisoners' && /^[0-9a-f-]{36}$/.test(second ?? '')) return recordPlace(second ?? '', more);
  if (first === 'content' && second !== undefined) return textPlace(second, more);
  if (more.length > 0) return { page: 'unknown' };
  if (first === 'cases' && second === undefined) return casesPlace(new URLSearchParams(search));
  if (first === 'cases' && /^[1-9][0-9]{0,11}$/.test(second ?? ''))
    return { page: 'case', number: Number(second), prison: new URLSearchParams(search).get('prison') };
  if (first === 'languages' && second !== undefined)
    return isLanguage(second) ? { page: 'language', code: second } : { page: 'unknown' };
  const plain = second === undefined ? plainPages.find(name => name === first) : undefined;
  return plain ? { page: plain } : { page: 'unknown' };
}

/** The address of a place; reading it gives the same place again. */
export function addressOfPlace(place: Place): string {
  if (place.page === 'home' || place.page === 'unknown') return base;
  if (place.page === 'case') {
    const query = place.prison === null ? '' : `?${new URLSearchParams({ prison: place.prison })}`;
    return `${base}cases/${place.number}${query}`;
  }
  if (place.page === 'prisoner')
    return `${base}prisoners/${place.id}${place.tab === 'sentence' ? '' : `/${place.tab}`}`;
  if (place.page === 'language') return `${base}languages/${place.code}`;
  if (place.page === 'text') return `${base}content/${place.id}/${place.code}`;
  if (place.page !== 'cases') return `${base}${place.page}`;
  const query = new URLSearchParams();
  if (place.list !== 'open') query.set('list', place.list);
  if (place.kind) query.set('kind', place.kind);
  if (place.wing) query.set('wing', place.wing);
  if (place.alike !== null) query.set('alike', String(place.alike));
  return query.size > 0 ? `${base}cases?${query}` : `${base}cases`;
}

export function readsCases(role: Role): boolean {
  return caseRoles.some(known => known === role);
}

/** The list with nothing left out. */
export const allOpen: CasesPlace = { page: 'cases', list: 'open', kind: null, wing: null, alike: null };

/** The first page of a role: what waits for it. */
export function homeOf(role: Role): Place {
  if (role === 'first-reader') return { ...allOpen, list: 'reading' };
  if (readsCases(role)) return allOpen;
  if (role === 'documentation-office') return { page: 'prisoners' };
  if (role === 'translator' || role === 'editor') return { page: 'content' };
  return role === 'administrator' ? { page: 'kiosks' } : { page: 'home' };
}

const pagesOfRole: Partial<Record<Role, readonly PlainPage[]>> = {
  'officer-in-charge': [
    'digest',
    'walk',
    'prisoners',
    'tasks',
    'pins',
    'rulebook',
    'kinds',
    'irregularities',
    'log',
    'rounds',
    'paper',
    'kiosks',
    'lights',
    'staff',
    'absences',
    'backups',
    'content',
    'languages',
    'time',
  ],
  deputy: [
    'digest',
    'walk',
    'prisoners',
    'tasks',
    'pins',
    'work',
    'rulebook',
    'kinds',
    'irregularities',
    'rounds',
    'paper',
    'kiosks',
    'lights',
    'absences',
    'content',
    'languages',
    'time',
  ],
  'first-reader': ['digest', 'paper'],
  'unit-officer': ['digest'],
  'visiting-justice': [
    'digest',
    'claims',
    'departures',
    'visit',
    'letters',
    'irregularities',
    'log',
    'rounds',
    'paper',
    'kiosks',
    'lights',
    'staff',
    'absences',
    'rulebook',
    'kinds',
    'backups',
    'content',
    'languages',
    'time',
  ],
  'documentation-office': ['prisoners', 'tasks', 'pins', 'work', 'import', 'rulebook', 'kinds'],
  commissioner: [
    'digest',
    'rulebook',
    'kinds',
    'letters',
    'irregularities',
    'log',
    'staff',
    'absences',
    'backups',
    'content',
    'languages',
    'time',
  ],
  administrator: ['kiosks', 'lights', 'staff', 'backups', 'irregularities', 'content', 'languages', 'time'],
  translator: ['content', 'languages'],
  editor: ['content', 'languages'],
};

/** The pages beside the list of cases that a role has something to do on. */
export function pagesOf(role: Role): readonly PlainPage[] {
  return [...(pagesOfRole[role] ?? []), 'law'];
}

/** The parts of the menu; the first stands with the cases, under no heading of its own. */
export const menuParts = ['cases', 'people', 'rules', 'watch', 'house'] as const;
export type MenuPart = (typeof menuParts)[number];

const partOf: Readonly<Record<PlainPage, MenuPart | null>> = {
  digest: 'cases',
  walk: 'cases',
  visit: 'cases',
  paper: 'cases',
  prisoners: 'people',
  tasks: 'people',
  pins: 'people',
  work: 'people',
  import: 'people',
  departures: 'people',
  claims: 'people',
  rulebook: 'rules',
  kinds: 'rules',
  content: 'rules',
  languages: 'rules',
  law: 'rules',
  irregularities: 'watch',
  letters: 'watch',
  log: 'watch',
  rounds: 'watch',
  lights: 'watch',
  kiosks: 'house',
  staff: 'house',
  absences: 'house',
  backups: 'house',
  time: 'house',
  // In the menu of oneself.
  password: null,
};

/** The pages of a role in one part of its menu, in the order that `pagesOfRole` gives them. */
export function pagesIn(role: Role, part: MenuPart): readonly PlainPage[] {
  return pagesOf(role).filter(page => partOf[page] === part);
}

/** Whether a place is one that the role has; the server refuses the others by itself. */
export function mayVisit(role: Role, place: Place): boolean {
  if (place.page === 'home' || place.page === 'password') return true;
  if (place.page === 'cases' || place.page === 'case') return readsCases(role);
  if (place.page === 'prisoner') return pagesOf(role).includes('prisoners');
  if (place.page === 'language') return pagesOf(role).includes('languages');
  if (place.page === 'text') return pagesOf(role).includes('content');
  return place.page !== 'unknown' && pagesOf(role).includes(place.page);
}

/** Whether the role is warned on every page of it when the back-ups or the disks are not as they should be. */
export function seesToBackups(role: Role): boolean {
  return role === 'administrator' || role === 'officer-in-charge';
}

/** Whether the role is warned on every page of it before the server's certificate ends. */
export function seesToCertificate(role: Role): boolean {
  return role === 'administrator' || role === 'officer-in-charge';
}
