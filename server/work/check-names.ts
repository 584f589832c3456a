import { open } from '../../shared/crypto/seal.ts';
import { prisonerCeiling } from '../../shared/prisoner/throttle.ts';
import type { IdentityContent } from '../../shared/submission/schema.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { type NameChecked, nextUnchecked, storeNameCheck, type Unchecked } from '../queries/check-names.ts';
import { findByNumber } from '../queries/prisoner.ts';
import { clearThrottle, countFailure, waitFor } from '../queries/throttle.ts';
import { prisonerThrottleKey } from '../queries/throttle-key.ts';
import { checkSecret } from '../secrets.ts';

/**
 * Checks the numbers and PINs that travelled in envelopes, one after another, slowed down like sign-in. One
 * that must wait is passed over until its time. Answers the ids that now stand in the officers' list.
 */
export async function checkNames(context: Context, prisonId: string): Promise<string[]> {
  const listed: string[] = [];
  const passedOver: string[] = [];
  for (;;) {
    const item = await nextUnchecked(context.database.read, prisonId, passedOver);
    if (!item) return listed;
    const checked = await checkName(context, item);
    if (checked === 'later') passedOver.push(item.id);
    else if (await storeNameCheck(context.database, item, checked, isoOf(context.clock.now())))
      listed.push(item.id);
  }
}

async function checkName(context: Context, item: Unchecked): Promise<NameChecked | 'later'> {
  const { database, keys, clock } = context;
  const opened = await open(keys.sealing.pairOf, 'identity', `${item.id}/${item.kioskId}`, item.identity);
  const content = opened.ok ? (JSON.parse(opened.text) as IdentityContent) : null;
  if (content?.kind !== 'pin') return { kind: 'claimed', number: '', ownerId: null };
  const key = prisonerThrottleKey(item.prisonId, content.number);
  const now = clock.system().epochMilliseconds;
  if ((await waitFor(database.read, [key], now)) > 0) return 'later';
  const owner = await findByNumber(database.read, item.prisonId, content.number);
  if (owner && (await checkSecret(content.pin, owner.pin_hash, keys.pepper))) {
    await clearThrottle(database.write, key);
    return { kind: 'named', prisonerId: owner.id };
  }
  await countFailure(database.write, key, now, prisonerCeiling);
  return { kind: 'claimed', number: content.number, ownerId: owner?.id ?? null };
}
