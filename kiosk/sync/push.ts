import type { ProblemName } from '../../shared/problems.ts';
import { patientMs } from '../api/client.ts';
import { exchange } from '../api/request.ts';
import type { OutboxItem } from '../store/outbox-database.ts';
import { dueItems, markReceived, markRefused, markTried, receiptsKeyOf } from './outbox.ts';
import { judge, type Verdict } from './verdict.ts';

/** After so many in a row that failed without a reason given, the trouble is hardly theirs. */
const skippedInARow = 3;

export interface PushRound {
  readonly delivered: number;
  /** Why the round ended before the list did; null if it did not. */
  readonly ended: null | 'lock-taken' | 'unreachable' | 'too-busy' | 'foreign';
  /** Seconds that the server asked to be left alone. */
  readonly retryAfter: number | null;
  /** Enrolments that the server does not know, and what it said. */
  readonly stopped: ReadonlyMap<string, ProblemName>;
}

async function deliver(item: OutboxItem): Promise<Verdict> {
  const pinned = await receiptsKeyOf(item);
  if (!pinned) return { kind: 'skipped' };
  // The stored text goes out as it is: whatever is parsed and written again might not be the same bytes.
  const answer = await exchange({
    method: 'POST',
    path: '/api/intake',
    body: item.body,
    timeout: patientMs,
  });
  return judge(answer, item, pinned);
}

async function note(item: OutboxItem, verdict: Verdict): Promise<void> {
  if (verdict.kind === 'delivered') return markReceived(item.id, verdict.receipt);
  if (verdict.kind === 'refused') return markRefused(item.id, verdict.problem);
  return markTried(item.id, verdict.kind === 'later' ? verdict.retryAfter : null);
}

async function round(all: boolean): Promise<PushRound> {
  let delivered = 0;
  let skipped = 0;
  const stopped = new Map<string, ProblemName>();
  const end = (ended: PushRound['ended'], retryAfter: number | null = null) => {
    return { delivered, ended, retryAfter, stopped };
  };
  for (const item of await dueItems(all)) {
    // An enrolment that is unknown there holds up its own items, not those of the one that came after it.
    if (stopped.has(item.kiosk)) continue;
    const verdict = await deliver(item);
    await note(item, verdict);
    if (verdict.kind === 'unreachable') return end('unreachable');
    if (verdict.kind === 'later') return end('too-busy', verdict.retryAfter);
    if (verdict.kind === 'stopped') stopped.set(item.kiosk, verdict.problem);
    if (verdict.kind === 'delivered') delivered += 1;
    skipped = verdict.kind === 'skipped' ? skipped + 1 : 0;
    if (skipped === skippedInARow) return end('foreign');
  }
  return end(null);
}

const lockTaken: PushRound = { delivered: 0, ended: 'lock-taken', retryAfter: null, stopped: new Map() };

/**
 * Posts what is due, one after the other, oldest first. One push at a time on this machine: whoever does not
 * get the lock leaves it to whoever has it. Throws StoreUnusable if the outbox cannot be read.
 */
export function push(all: boolean): Promise<PushRound> {
  return navigator.locks.request('sauti-push', { ifAvailable: true }, lock =>
    lock ? round(all) : lockTaken,
  );
}
