import { isLanguage } from '../language/languages.ts';
import type { ProblemName } from '../problems.ts';
import type { Role } from '../staff/roles.ts';
import type { Reader } from './audience.ts';

/**
 * A page in one language has versions. 0 came with the program; each one written here is the next, and its words are
 * never changed: a draft is mended by another draft.
 */
export const contentStates = ['draft', 'reviewed', 'published', 'refused'] as const;
export type ContentState = (typeof contentStates)[number];

export const contentActions = ['review', 'publish', 'refuse'] as const;
export type ContentAction = (typeof contentActions)[number];

/** Roles that write and review pages. */
export const contentWriters = ['translator', 'editor'] as const satisfies readonly Role[];
/** Roles that put a reviewed page before prisoners. */
export const contentPublishers = [
  'editor',
  'officer-in-charge',
  'commissioner',
] as const satisfies readonly Role[];

/** Whether pages are translated into a language: English is what they are translated from. */
export function translatable(code: string): boolean {
  return code !== 'en' && isLanguage(code);
}

interface Person {
  readonly id: string;
  readonly role: Role;
  readonly superiors: readonly string[];
}

const steps: Readonly<
  Record<
    ContentAction,
    { readonly roles: readonly Role[]; readonly from: readonly ContentState[]; readonly to: ContentState }
  >
> = {
  review: { roles: contentWriters, from: ['draft'], to: 'reviewed' },
  publish: { roles: contentPublishers, from: ['reviewed'], to: 'published' },
  refuse: {
    roles: [...contentWriters, 'officer-in-charge', 'commissioner'],
    from: ['draft', 'reviewed'],
    to: 'refused',
  },
};

/**
 * What becomes of a version, or why not. Whoever wrote it neither reviews nor publishes it, and nobody who is under
 * him does (protection.md); he may take it back himself.
 */
export function contentStep(
  action: ContentAction,
  state: ContentState,
  person: Person,
  writer: string,
): { readonly to: ContentState } | { readonly problem: ProblemName } {
  const { roles, from, to } = steps[action];
  if (!roles.includes(person.role)) return { problem: 'not-your-role' };
  if (state === 'published' || state === 'refused') return { problem: 'already-decided' };
  if (!from.includes(state)) return { problem: 'not-in-this-state' };
  const isSecond = person.id !== writer && !person.superiors.includes(writer);
  return isSecond || action === 'refuse' ? { to } : { problem: 'second-person-needed' };
}

/** The day from which the texts that came with the program count. */
export const sinceEver = '0001-01-01';

/** One page in one language as it counts from a day on. */
export interface DatedPage {
  readonly page: string;
  readonly language: string;
  readonly version: number;
  /** The prison's own; else it is for all prisons. */
  readonly own: boolean;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
}

/** What a kiosk may show, without the words, which `text` names by their digest. */
export interface BundleEntry extends DatedPage {
  readonly readers: readonly Reader[];
  readonly text: string;
}

function isBefore(one: DatedPage, other: DatedPage): boolean {
  if (one.own !== other.own) return one.own;
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
  return one.version > other.version;
}

/** What counts on a day, once for each page and language: the prison's own before what is for all, then the newest. */
export function inForceOn<T extends DatedPage>(versions: readonly T[], day: string): readonly T[] {
  const found = new Map<string, T>();
  for (const one of versions) {
    const key = `${one.page} ${one.language}`;
    const known = found.get(key);
    if (one.validFrom <= day && (known === undefined || isBefore(one, known))) found.set(key, one);
  }
  return [...found.values()];
}

/** What a kiosk must have to show the right pages on this day and on every later one without asking again. */
export function neededFrom<T extends DatedPage>(versions: readonly T[], day: string): readonly T[] {
  const now = new Set(inForceOn(versions, day));
  return versions.filter(one => now.has(one) || one.validFrom > day);
}
