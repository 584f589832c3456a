import type { LossRow, VisitPack } from '../../shared/visit/schema.ts';

/** A pack of a visit to a prison where nothing happened but what is given. */
export function emptyVisit(more: Partial<VisitPack> = {}): VisitPack {
  return {
    version: 1,
    prison: { id: '00000000-0000-4000-8000-000000000001', name: 'Test' },
    since: '2026-02-01',
    today: '2026-03-04',
    madeAt: '2026-03-04T08:00:00Z',
    held: [],
    losses: [],
    departures: [],
    overdue: [],
    cases: [],
    received: 0,
    answers: { sent: 0, sameText: 0, notSettled: 0 },
    silentWings: [],
    kiosks: [],
    irregularities: [],
    pins: { resets: 0, notMe: 0 },
    sample: [],
    log: { hold: null, size: 0, short: null, signedAt: null, witnesses: 0, signed: 0 },
    ...more,
  };
}

/** Somebody was moved to another wing on a day, and it was entered then. */
export function aLoss(number: string, on: string): LossRow {
  const entered = { on, enteredOn: on, by: 'An officer', reason: 'Order 7', undone: false };
  return { number, name: 'Somebody', kind: 'moved', ...entered, after: null };
}
