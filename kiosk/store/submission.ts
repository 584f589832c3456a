import type { KioskSettings } from '../../shared/kiosk/schema.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import { kindAt } from '../../shared/submission/kind-rules.ts';
import type { IdentityContent, SubmissionContent } from '../../shared/submission/schema.ts';
import { receiptCode } from '../crypto/kiosk.ts';
import { freeze, hashOfBody } from '../crypto/submission.ts';
import { bestTime, moment } from '../sync/clock.ts';
import { pushSoon } from '../sync/loop.ts';
import { lastSequence, noteHighest, numberingLock } from './counter.ts';
import { inOutbox } from './databases.ts';
import { dueOn } from './due.ts';
import type { EnrolledKeys, OutboxDatabase, OutboxItem } from './outbox-database.ts';
import { type Prepared, prepare, takePrepared } from './prepared.ts';
import { identityOf } from './prisoner.ts';
import { letGoOfRecording } from './recording.ts';
import { keepCopy } from './second-copy.ts';
import { liveState } from './state.ts';
import { StoreUnusable } from './store-trouble.ts';
import type { ComplaintForm, KeptReceipt, OfflinePerson, Person, ReceiptState, SendResult } from './types.ts';
import { withCountsHeld } from './watch.ts';

/** Under the numbering lock the number stands still; a second round is for a counter that was raised meanwhile. */
const numberingRounds = 5;

/** So long the network leaves the processor to the receipt. */
const receiptShownMs = 250;

/** Forms that are being sent now: a second tap gets the first one's answer. */
const sending = new Map<string, Promise<SendResult>>();

/**
 * Exactly what the schema allows: whatever else a screen may carry stays outside the envelope. An officer who
 * was asked about and not given, or an empty text, is null.
 */
function contentOf(form: ComplaintForm): SubmissionContent {
  const { id, kind, kindVersion, problem, when, many, text, aboutOfficer, language, figures, recording } =
    form;
  const content = {
    id,
    kind,
    kindVersion: kindVersion ?? 0,
    problem,
    when,
    many,
    text,
    aboutOfficer,
    language,
  };
  return {
    version: 1,
    type: 'complaint',
    ...content,
    ...(figures ? { figures } : {}),
    ...(recording ? { recording } : {}),
  };
}

/**
 * Signs the item under the next number and stores both in one transaction, in which what was spoken with it begins to
 * wait too; what stands there already wins.
 */
async function number(
  { keys, envelopes, next }: Prepared,
  id: string,
  recording: string | null,
): Promise<OutboxItem> {
  for (let round = 0; round < numberingRounds; round += 1) {
    const sequence = round === 0 ? next : (await inOutbox(outbox => lastSequence(outbox, keys.kiosk))) + 1;
    // Signing cannot happen inside: a transaction does not outlive waiting for anything but itself.
    const named = { id, kiosk: keys.kiosk, sequence };
    const frozen = await freeze(keys.signing, named, envelopes, moment());
    const item: OutboxItem = {
      ...named,
      ...frozen,
      version: 1,
      madeAt: new Date(bestTime()).toISOString(),
      state: 'waiting',
      attempts: 0,
      nextTry: 0,
    };
    const stored = await inOutbox(outbox =>
      outbox.transaction('rw', tablesFor(outbox, recording), async () => {
        const [known, counter] = await Promise.all([outbox.items.get(id), outbox.counters.get(keys.kiosk)]);
        if (known) return known;
        if ((counter?.sequence ?? 0) + 1 !== sequence) return null;
        await Promise.all([
          outbox.items.add(item),
          outbox.counters.put({ kiosk: keys.kiosk, sequence, letGo: counter?.letGo ?? 0 }),
          recording === null ? null : outbox.recordings.update(recording, { state: 'waiting' }),
        ]);
        return item;
      }),
    );
    if (stored) return stored;
  }
  throw new Error('the sequence number kept moving');
}

/** Only what was spoken widens the transaction: all else has one table less to wait for. */
function tablesFor(outbox: OutboxDatabase, recording: string | null) {
  const { items, counters, recordings } = outbox;
  return recording === null ? [items, counters] : [items, counters, recordings];
}

/** Reads the item again in a transaction of its own and works its hash out anew. Null if it is not there, whole. */
async function readBack(id: string): Promise<OutboxItem | null> {
  const item = await inOutbox(outbox => outbox.transaction('r', outbox.items, () => outbox.items.get(id)));
  return item && (await hashOfBody(item.body)) === item.hash ? item : null;
}

/** How long an answer may take to this: an offer on a round is owed none. */
function withinOf(settings: KioskSettings, content: SubmissionContent | OfferContent): number | null {
  return content.type === 'complaint'
    ? kindAt(settings.kinds ?? [], content.kind, content.kindVersion ?? 0).rules.days
    : null;
}

async function receiptOf(
  keys: EnrolledKeys,
  item: OutboxItem,
  content: SubmissionContent | OfferContent,
): Promise<KeptReceipt> {
  const { settings } = liveState().get();
  return {
    code: await receiptCode(keys.code, item.sequence),
    dueOn: settings && dueOn(settings, Date.parse(item.madeAt), withinOf(settings, content)),
    sequence: item.sequence,
  };
}

async function keep(
  content: SubmissionContent | OfferContent,
  identity: IdentityContent,
): Promise<SendResult> {
  const prepared = await takePrepared(content, identity);
  if (!prepared) return { ok: false, problem: 'not-enrolled' };
  const { keys } = prepared;
  const recording = (content.type === 'complaint' && content.recording?.id) || null;
  if (recording) letGoOfRecording(recording);
  const stored = await navigator.locks.request(numberingLock, () => number(prepared, content.id, recording));
  const [kept, receipt] = await Promise.all([readBack(content.id), receiptOf(keys, stored, content)]);
  if (!kept) throw new StoreUnusable('database-closed', new Error('what was written does not read back'));
  if (kept.state === 'waiting') keepCopy(kept, keys);
  // A second note of the number, for a counter that vanishes; what it guards against is not worth a wait.
  noteHighest(kept.kiosk, kept.sequence).catch(() => {});
  // The receipt is drawn first: it is what somebody waits for.
  setTimeout(pushSoon, receiptShownMs);
  return { ok: true, receipt };
}

function failed(error: unknown): SendResult {
  return { ok: false, problem: error instanceof StoreUnusable ? error.trouble : 'unexpected' };
}

/**
 * Seals a complaint, keeps it on the disk under the next number of this kiosk and gives the receipt, in that
 * order: when this says ok, the item stands in a completed strict transaction and was read back whole. The same
 * form again gets the same receipt. Never throws; on failure nothing was kept and the text is still the screen's.
 */
export function send(form: ComplaintForm, who: Person | OfflinePerson | 'nameless'): Promise<SendResult> {
  const already = sending.get(form.id);
  if (already) return already;
  const identity = identityOf(who);
  if (!identity) return Promise.resolve({ ok: false, problem: 'signed-out' });
  return keepOnce(contentOf(form), identity);
}

/** Seals, numbers and keeps one item; a second call while the first is under way gets its answer. Never throws. */
export function keepOnce(
  content: SubmissionContent | OfferContent,
  identity: IdentityContent,
): Promise<SendResult> {
  const { id } = content;
  const already = sending.get(id);
  if (already) return already;
  const result = withCountsHeld(() => keep(content, identity))
    .catch(failed)
    .finally(() => sending.delete(id));
  sending.set(id, result);
  return result;
}

/** Prepares what stands on the screen for being sent. Nothing is written, and nothing comes of it if it is not sent. */
export function prepareToSend(form: ComplaintForm, who: Person | OfflinePerson | 'nameless'): void {
  const identity = identityOf(who);
  if (identity) prepare(contentOf(form), identity);
}

/** Where a submission is, read from the disk in a transaction of its own. */
export async function receiptState(id: string): Promise<ReceiptState> {
  try {
    const item = await inOutbox(outbox => outbox.transaction('r', outbox.items, () => outbox.items.get(id)));
    if (!item) return 'unknown';
    if (item.state === 'received' && item.proof !== undefined) return 'witnessed';
    return item.state === 'waiting' ? 'kept-here' : item.state;
  } catch {
    return 'unknown';
  }
}
