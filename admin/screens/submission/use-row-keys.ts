import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useKeys } from '../../app/keys.ts';
import { caseKey } from '../../store/case-name.ts';
import { toggleChosen } from '../../store/chosen.ts';
import { lastCase } from '../../store/submission.ts';

function rowsIn(place: RefObject<HTMLElement | null>): HTMLAnchorElement[] {
  return [...(place.current?.querySelectorAll<HTMLAnchorElement>('a.p-row') ?? [])];
}

function focusRow(row: HTMLAnchorElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** J and K walk through the rows, S chooses the one that has the focus; coming back from a case goes on at its row. */
export function useRowKeys(place: RefObject<HTMLElement | null>, ready: boolean, choosing: boolean): void {
  const step = (by: 1 | -1) => {
    const rows = rowsIn(place);
    const focused = document.activeElement;
    const now = focused instanceof HTMLAnchorElement ? rows.indexOf(focused) : -1;
    const next = now === -1 ? (by === 1 ? 0 : rows.length - 1) : now + by;
    focusRow(rows[Math.min(Math.max(next, 0), rows.length - 1)]);
  };
  const chooseRow = () => {
    const row = document.activeElement;
    if (row instanceof HTMLAnchorElement && row.dataset.case) toggleChosen(row.dataset.case);
  };
  useKeys({ j: () => step(1), k: () => step(-1), ...(choosing ? { s: chooseRow } : {}) });
  useEffect(() => {
    const name = lastCase.get();
    if (!ready || name === null) return;
    lastCase.set(null);
    focusRow(rowsIn(place).find(row => row.dataset.case === caseKey(name)));
  }, [ready, place]);
}
