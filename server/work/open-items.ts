import Compile from 'typebox/compile';
import { type Opened, open } from '../../shared/crypto/seal.ts';
import { isAnswered } from '../../shared/offer/kinds.ts';
import { OfferContent } from '../../shared/offer/schema.ts';
import { isProblemOf } from '../../shared/submission/kinds.ts';
import { IdentityContent, SubmissionContent } from '../../shared/submission/schema.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { IntakeRow } from '../database/schema.ts';
import { nextSealed, type OpenedItem, type ReadIdentity, storeOpened } from '../queries/open-items.ts';
import { getPrison, type Prison } from '../queries/prison.ts';
import { readPass } from '../tokens.ts';

const contentCheck = Compile(SubmissionContent);
const offerCheck = Compile(OfferContent);
const identityCheck = Compile(IdentityContent);

/** At most so many in one transaction: enough to share the flush, few enough to let intake in between. */
const batchSize = 100;

/**
 * Works the durable queue of a prison: opens what is sealed, checks it, and makes submissions of it. What does
 * not open is kept and shown. Answers the ids that now stand in the officers' list.
 */
export async function openItems(context: Context, prisonId: string): Promise<string[]> {
  const listed: string[] = [];
  const prison = await getPrison(context.database.read, prisonId);
  for (;;) {
    const now = await openRound(context, prison);
    if (now === null) return listed;
    listed.push(...now);
  }
}

/**
 * Once through the queue; null if there is nothing in it. While one batch is being written the next is opened
 * already. Arrival numbers can be equal, so one may be passed over: the next round meets it.
 */
async function openRound(context: Context, prison: Prison): Promise<string[] | null> {
  const { database, intake, closing, clock } = context;
  let after = -1;
  const listed: string[] = [];
  let writing: Promise<string[]> = Promise.resolve([]);
  for (;;) {
    await intake.lull();
    // The queue is durable: what is left waits for the next start.
    const rows = closing.aborted ? [] : await nextSealed(database.read, prison.id, after, batchSize);
    const items = await Promise.all(rows.map(row => openItem(context, prison, row)));
    listed.push(...(await writing));
    const last = rows.at(-1);
    if (!last) return after < 0 ? null : listed;
    after = last.arrival;
    writing = storeOpened(database, prison, items, isoOf(clock.now()));
    // Its failure is met when it is waited for, and is no stray one until then.
    writing.catch(() => undefined);
  }
}

async function openItem(context: Context, prison: Prison, row: IntakeRow): Promise<OpenedItem> {
  const bound = `${row.id}/${row.kiosk_id}`;
  const { pairOf } = context.keys.sealing;
  const [sealed, identity] = await Promise.all([
    open(pairOf, 'submission', bound, row.sealed),
    open(pairOf, 'identity', bound, row.identity ?? ''),
  ]);
  const content = readContent(sealed, row.id);
  const nobody = { row, prison, identity: { kind: 'nameless' } } as const;
  if (typeof content === 'string') return { ...nobody, content: null, offer: null, reason: content };
  if (content.type === 'offer') return { ...nobody, content: null, offer: content, reason: null };
  return { row, prison, content, offer: null, reason: null, identity: readIdentity(context, identity, row) };
}

/** The content, or why it is none. */
function readContent(opened: Opened, id: string): SubmissionContent | OfferContent | string {
  if (!opened.ok) return opened.reason;
  const value = parsed(opened.text);
  if (offerCheck.Check(value)) {
    if (value.id !== id) return 'another-id';
    return isAnswered(value.answer, value.reason) ? value : 'not-a-submission';
  }
  if (!contentCheck.Check(value)) return 'not-a-submission';
  if (value.id !== id) return 'another-id';
  if (value.figures && value.kind !== 'record') return 'not-a-submission';
  return isProblemOf(value.kind, value.problem) ? value : 'unknown-problem';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Who wrote it, as far as it can be told without the slow check of a PIN. */
function readIdentity(context: Context, opened: Opened, row: IntakeRow): ReadIdentity {
  const value = opened.ok ? parsed(opened.text) : null;
  if (!identityCheck.Check(value)) return { kind: 'unreadable' };
  if (value.kind === 'pin') return { kind: 'pin' };
  if (value.kind === 'nameless') return { kind: 'nameless' };
  const received = Temporal.Instant.from(row.received_at);
  const prisonerId = readPass(context.keys, value.pass, row.kiosk_id, received);
  return prisonerId ? { kind: 'named', prisonerId } : { kind: 'unreadable' };
}
