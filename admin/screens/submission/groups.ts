import { daysBetween } from '../../i18n/days.ts';
import type { CaseRow } from '../../store/submission.ts';
import type { ShownRow } from '../../store/submission-merge.ts';

export const groupNames = ['overdue', 'today', 'week', 'later'] as const;
export type GroupName = (typeof groupNames)[number];

export interface Group {
  readonly name: GroupName;
  readonly rows: readonly ShownRow<CaseRow>[];
}

/** When a case is due, as the list is divided. A week is the next seven days. */
export function groupOf(row: Pick<CaseRow, 'dueOn' | 'overdue'>, today: string): GroupName {
  const left = daysBetween(today, row.dueOn);
  if (row.overdue || left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 7 ? 'week' : 'later';
}

/** Rows under their headings, the order of the server kept; headings without rows are left out. */
export function groupRows(rows: readonly ShownRow<CaseRow>[], today: string): Group[] {
  return groupNames
    .map(name => ({ name, rows: rows.filter(({ row }) => groupOf(row, today) === name) }))
    .filter(group => group.rows.length > 0);
}

/** The groups with no more than `most` rows in all to draw; `all` counts those that a group has. */
export function firstOfGroups(groups: readonly Group[], most: number): (Group & { readonly all: number })[] {
  let left = most;
  return groups.flatMap(group => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length > 0 ? [{ ...group, rows, all: group.rows.length }] : [];
  });
}
