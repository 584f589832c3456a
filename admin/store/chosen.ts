import { caseKey } from './case-name.ts';
import { type CaseList, type CaseRow, caseList } from './submission.ts';
import { keyOfRow } from './submission-merge.ts';
import { makeValue } from './value.ts';

/** The cases of the list that are chosen to be worked on together, by their keys. */
export const chosen = makeValue<ReadonlySet<string>>(new Set());

/** The most that the server takes at once. */
const most = 100;

/** Chooses a case, or no longer. */
export function toggleChosen(key: string): void {
  const now = chosen.get();
  const next = new Set(now);
  if (!next.delete(key) && now.size < most) next.add(key);
  chosen.set(next);
}

export function choose(names: readonly Parameters<typeof caseKey>[0][]): void {
  chosen.set(new Set(names.map(caseKey).slice(0, most)));
}

/** Chooses every case that the list shows. */
export function chooseShown(): void {
  const shown = (caseList.get().rows ?? []).filter(({ gone }) => !gone);
  chosen.set(new Set(shown.map(({ row }) => keyOfRow(row)).slice(0, most)));
}

export function chooseNone(): void {
  chosen.set(new Set());
}

/** The chosen ones as they stand in the list now; what left the list is no longer among them. */
export function chosenRows({ rows }: CaseList, keys: ReadonlySet<string>): CaseRow[] {
  return (rows ?? []).flatMap(({ row, gone }) => (!gone && keys.has(keyOfRow(row)) ? row : []));
}
