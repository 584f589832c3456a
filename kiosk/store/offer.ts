import type { OfferContent } from '../../shared/offer/schema.ts';
import { bestTime } from '../sync/clock.ts';
import { keepOnce } from './submission.ts';
import type { OfferForm, SendResult } from './types.ts';

/**
 * Seals an offer and keeps it like a submission: one number, one outbox, one way to the server. When this says ok it
 * stands on the disk and was read back. The same form again is the same offer. Never throws.
 */
export function keepOffer({ id, section, number, answer, reason }: OfferForm): Promise<SendResult> {
  const madeAt = new Date(bestTime()).toISOString();
  const content: OfferContent = { version: 1, type: 'offer', id, section, number, answer, reason, madeAt };
  return keepOnce(content, { version: 1, kind: 'nameless' });
}
