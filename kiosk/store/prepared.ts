import type { OfferContent } from '../../shared/offer/schema.ts';
import type { IdentityContent, SubmissionContent } from '../../shared/submission/schema.ts';
import { type Envelopes, sealSubmission } from '../crypto/submission.ts';
import { lastSequence } from './counter.ts';
import { inOutbox } from './databases.ts';
import { currentKeys } from './kiosk.ts';
import type { EnrolledKeys } from './outbox-database.ts';
import { currentStanding } from './standing.ts';

/** What the last tap need not wait for. */
export interface Prepared {
  readonly keys: EnrolledKeys;
  readonly envelopes: Envelopes;
  /** The number that is free, as far as is known: the transaction that takes it finds out. */
  readonly next: number;
}

interface Held {
  /** Exactly what was sealed, and for whom: another word or another person needs other envelopes. */
  readonly about: string;
  readonly made: Promise<Prepared | null>;
}

/** For the one form on the screen; in memory only, and gone when its person goes. */
let held: Held | null = null;

/** Null on a kiosk that is not enrolled. */
async function make(
  content: SubmissionContent | OfferContent,
  identity: IdentityContent,
): Promise<Prepared | null> {
  const keys = currentStanding() === 'enrolled' ? await currentKeys() : undefined;
  if (!keys) return null;
  const [envelopes, last] = await Promise.all([
    sealSubmission(keys.sealing, keys.kiosk, content, identity),
    inOutbox(outbox => lastSequence(outbox, keys.kiosk)),
  ]);
  return { keys, envelopes, next: last + 1 };
}

/** Seals what stands on the screen to be looked at once more, so that *Send* has only to number, sign and store it. */
export function prepare(content: SubmissionContent, identity: IdentityContent): void {
  const about = JSON.stringify([content, identity]);
  if (held?.about === about) return;
  const made = make(content, identity);
  held = { about, made };
  // Whoever sends tries again and tells of it.
  made.catch(() => {});
}

/** What was prepared for exactly this, or is made now; null on a kiosk that is not enrolled. */
export async function takePrepared(
  content: SubmissionContent | OfferContent,
  identity: IdentityContent,
): Promise<Prepared | null> {
  const about = JSON.stringify([content, identity]);
  const ready = held?.about === about ? await held.made.catch(() => null) : null;
  held = null;
  // The kiosk may have been revoked or set up anew since.
  return ready && currentStanding() === 'enrolled' ? ready : make(content, identity);
}

/** Forgets it: the person goes, or this kiosk's keys change. */
export function dropPrepared(): void {
  held = null;
}
