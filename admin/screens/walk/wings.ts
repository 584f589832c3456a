import type { ReplyOf } from '../../../shared/api.ts';

type CaseRow = ReplyOf<'GET /api/cases'>['cases'][number];

/** The cases of one wing that say the same: walked to once. The first is the one due first. */
export type Matter = readonly [CaseRow, ...CaseRow[]];

/** What is open in one wing; null: of those without a name, whose wing nobody knows. */
export interface WingSheet {
  readonly wing: string | null;
  readonly matters: readonly Matter[];
}

export interface Walk {
  readonly sheets: readonly WingSheet[];
  /** About an officer: a paper that is carried through a wing is the wrong place for them. */
  readonly leftOut: number;
}

function mattersOf(rows: readonly CaseRow[]): Matter[] {
  const matters = new Map<string, Matter>();
  for (const row of rows) {
    const key = `${row.kind} ${row.problem} ${row.owner} ${row.unit ?? ''}`;
    const known = matters.get(key);
    matters.set(key, known ? [...known, row] : [row]);
  }
  return [...matters.values()];
}

/** What somebody walks with: by wing in the order of their names, what has no wing last, each as the list has it. */
export function walkOf(rows: readonly CaseRow[]): Walk {
  const shown = rows.filter(row => !row.aboutOfficer && !row.replyPending);
  const wings = [...new Set(shown.map(row => row.wing))].toSorted((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  return {
    sheets: wings.map(wing => ({ wing, matters: mattersOf(shown.filter(row => row.wing === wing)) })),
    leftOut: rows.filter(row => row.aboutOfficer).length,
  };
}
