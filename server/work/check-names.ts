import { open } from '../../shared/crypto/seal.ts';
import { Problem } from '../../shared/problems.ts';
import type { IdentityContent } from '../../shared/submission/schema.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { type NameChecked, nextUnchecked, storeNameCheck, type Unchecked } from '../queries/check-names.ts';
import { findWriter } from '../queries/prisoner.ts';
import { settleTry, type Try, takeTry } from '../queries/throttle.ts';
import { envelopeCount } from '../queries/throttle-key.ts';
import { checkSecret } from '../secrets.ts';

/**
 * Checks the numbers and PINs that travelled in envelopes, one after another, slowed down like sign-in. One
 * that must wait is passed over until its time; if that is not before six in the morning, it is listed as nameless
 * and gets its name later. Answers the ids of which the officers' list says something new.
 */
export async function checkNames(context: Context, prisonId: string): Promise<string[]> {
  const news: string[] = [];
  let after = -1;
  for (;;) {
    const item = await nextUnchecked(context.database.read, prisonId, after);
    if (!item) return news;
    const checked = await checkName(context, item);
    // Arrival numbers can be equal: one that waits beside it is met at the next round.
    if (checked === 'later') after = item.arrival;
    else if (await storeNameCheck(context.database, item, checked, isoOf(context.clock.now())))
      news.push(item.id);
  }
}

async function checkName(context: Context, item: Unchecked): Promise<NameChecked | 'later'> {
  const { database, keys } = context;
  const opened = await open(keys.sealing.pairOf, 'identity', `${item.id}/${item.kioskId}`, item.identity);
  const content = opened.ok ? (JSON.parse(opened.text) as IdentityContent) : null;
  if (content?.kind !== 'pin') return { kind: 'claimed', number: '', ownerId: null };
  const tried = await takeTurn(context, item, content.number);
  if (tried === null) return 'later';
  const owner = await findWriter(database.read, item.prisonId, content.number);
  if (owner && (await checkSecret(content.pin, owner.pin_hash, keys.pepper))) {
    await settleTry(database.write, tried);
    // A slip's PIN may have been read on its way: it names nobody before he has chosen his own.
    if (owner.must_change === 1) return { kind: 'claimed', number: content.number, ownerId: owner.id };
    return { kind: 'named', prisonerId: owner.id };
  }
  return { kind: 'claimed', number: content.number, ownerId: owner?.id ?? null };
}

/** Null if it is not yet this envelope's time. */
async function takeTurn({ database, clock }: Context, item: Unchecked, number: string): Promise<Try | null> {
  const count = envelopeCount(item.prisonId, item.kioskId, number);
  try {
    return await takeTry(database, [count], clock.system().epochMilliseconds);
  } catch (error) {
    if (error instanceof Problem && error.problem === 'slow-down') return null;
    throw error;
  }
}
