import { partsTogether } from '../../shared/recording/limits.ts';
import { partDigest, partsDigest } from '../../shared/recording/parts.ts';
import type { RecordingParts } from '../../shared/recording/schema.ts';
import { patientMs } from '../api/client.ts';
import { exchange } from '../api/request.ts';
import { inOutbox } from '../store/databases.ts';
import type { KeptPart, KeptRecording } from '../store/outbox-database.ts';
import { retryDelay } from './back-off.ts';
import { isDue, receiptsKeyOf } from './outbox.ts';
import { judge, type Verdict } from './verdict.ts';

/** What was refused without a way out is offered again all the same, for a newer server may take it. */
const refusedMs = 60 * 60_000;

/** The next pieces that the server has no receipt for. */
function nextParts({ id, sent }: KeptRecording): Promise<KeptPart[]> {
  return inOutbox(outbox =>
    outbox.parts
      .where('[recording+position]')
      .between([id, sent], [id, sent + partsTogether], true, false)
      .toArray(),
  );
}

async function deliver(recording: KeptRecording, parts: readonly KeptPart[]): Promise<Verdict> {
  const { id, item, kiosk, sent } = recording;
  const pinned = await receiptsKeyOf({ kiosk });
  if (!pinned) return { kind: 'skipped' };
  const body: RecordingParts = {
    ...{ item, recording: id, kiosk },
    parts: parts.map(({ position, sealed, signature }) => ({ position, sealed, signature })),
  };
  const hash = await partsDigest(await Promise.all(parts.map(({ sealed }) => partDigest(sealed))));
  const request = { method: 'POST', path: '/api/intake/parts', timeout: patientMs };
  const answer = await exchange({ ...request, body: JSON.stringify(body) });
  return judge(answer, { id, hash, kiosk, sequence: sent }, pinned);
}

/** What one try changed of a recording; only a receipt of the server's own moves it on. */
export function afterTry(
  { attempts, sent, parts: all }: Pick<KeptRecording, 'attempts' | 'sent' | 'parts'>,
  verdict: Verdict,
  delivered: number,
  wall: number,
): Partial<KeptRecording> {
  if (verdict.kind === 'delivered') {
    const now = sent + delivered;
    return { sent: now, attempts: 0, nextTry: 0, state: now >= all ? 'received' : 'waiting' };
  }
  const tried = attempts + 1;
  const wait =
    verdict.kind === 'refused' || verdict.kind === 'stopped'
      ? refusedMs
      : retryDelay(tried, verdict.kind === 'later' ? verdict.retryAfter : null);
  return { attempts: tried, nextTry: wall + wait };
}

/** Sends one recording on from where it was broken off, as far as it goes. False if the server cannot be reached. */
async function sendOn(recording: KeptRecording): Promise<boolean> {
  let now = recording;
  for (;;) {
    const parts = await nextParts(now);
    const verdict: Verdict = parts.length === 0 ? { kind: 'skipped' } : await deliver(now, parts);
    const change = afterTry(now, verdict, parts.length, Date.now());
    await inOutbox(outbox => outbox.recordings.update(now.id, change));
    now = { ...now, ...change };
    if (verdict.kind === 'unreachable') return false;
    if (verdict.kind !== 'delivered' || now.state === 'received') return true;
  }
}

/**
 * Sends the pieces of what was spoken, after the items that speak of them; `all` forgets the waits. Answers in how
 * many milliseconds something may be tried again; null if nothing waits, or another tab is at it.
 */
export function pushRecordings(all: boolean): Promise<number | null> {
  return navigator.locks.request('sauti-push-recordings', { ifAvailable: true }, async lock => {
    if (!lock) return null;
    const waiting = () => inOutbox(outbox => outbox.recordings.where('state').equals('waiting').toArray());
    const due = (await waiting()).filter(one => all || isDue(one, Date.now()));
    for (const one of due.sort((a, b) => a.madeAt - b.madeAt)) if (!(await sendOn(one))) break;
    const waits = (await waiting()).map(one => Math.max(0, one.nextTry - Date.now()));
    return waits.length === 0 ? null : Math.min(...waits);
  });
}
