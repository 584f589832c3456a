import { createHash, KeyObject, randomUUID, sign } from 'node:crypto';
import { isoOf } from '../../../server/clock.ts';
import type { Keys } from '../../../server/keys.ts';
import { makePass } from '../../../server/tokens.ts';
import { padded, readSealingKey, type SealingKey, seal } from '../../../shared/crypto/seal.ts';
import { kinds, manys, rule43Kinds, whens } from '../../../shared/submission/kinds.ts';
import type { IdentityContent, SealedItem, SubmissionContent } from '../../../shared/submission/schema.ts';
import { type Statement, statementBytes } from '../../../shared/submission/statement.ts';
import { uuid7 } from '../../helpers/test-kiosk.ts';
import { chances, pick } from './chance.ts';
import { postOf } from './line.ts';
import type { Plan, PlannedKiosk } from './prison.ts';
import { writtenText } from './words.ts';

/** An item that waits at a kiosk, and the bytes of the request that delivers it. */
export interface WaitingItem {
  readonly id: string;
  /** The statement's hash, which the receipt must name. */
  readonly hash: string;
  readonly item: SealedItem;
  readonly request: Buffer;
}

/** A kiosk's outbox, oldest first. */
export interface Outbox {
  readonly kiosk: PlannedKiosk;
  readonly items: readonly WaitingItem[];
}

const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64url');

/** Taps in seven of ten, words of his own in the rest: as long as the padding makes it either way. */
function contentOf(id: string, chance: () => number): SubmissionContent {
  const kind = pick(chance, rule43Kinds);
  return {
    version: 1,
    id,
    type: 'complaint',
    kind,
    problem: pick<string>(chance, kinds[kind]),
    when: pick(chance, whens),
    many: pick(chance, manys),
    text: chance() < 0.3 ? writtenText(chance) : null,
    aboutOfficer: null,
    language: chance() < 0.5 ? 'sw' : 'en',
  };
}

interface Sealer {
  readonly key: SealingKey;
  readonly keys: Keys;
  readonly plan: Plan;
  readonly chance: () => number;
  readonly now: Temporal.Instant;
}

async function sealItem(sealer: Sealer, kiosk: PlannedKiosk, sequence: number): Promise<WaitingItem> {
  const { key, keys, plan, chance, now } = sealer;
  const id = uuid7(now.epochMilliseconds);
  const bound = `${id}/${kiosk.id}`;
  const identity: IdentityContent = {
    version: 1,
    kind: 'pass',
    pass: makePass(keys, pick(chance, plan.prisoners), kiosk.id, now),
  };
  const sealed = await seal(key, 'submission', bound, padded(JSON.stringify(contentOf(id, chance)), 1024));
  const envelope = await seal(key, 'identity', bound, padded(JSON.stringify(identity), 512));
  const statement: Statement = {
    version: 1,
    id,
    kiosk: kiosk.id,
    sequence,
    sealed: digest(sealed),
    identity: digest(envelope),
    wall: isoOf(now),
    monotonic: 1_000 * sequence,
    boot: randomUUID(),
  };
  const bytes = statementBytes(statement);
  const signature = sign(null, bytes, KeyObject.from(kiosk.keys.pair.privateKey)).toString('base64url');
  const item = { statement, signature, sealed, identity: envelope };
  return { id, hash: digest(bytes), item, request: postOf('/api/intake', JSON.stringify(item)) };
}

/** Seals so many items at every kiosk of the plan, as the kiosks themselves would have. */
export async function sealOutboxes(plan: Plan, keys: Keys, perKiosk: number): Promise<Outbox[]> {
  const key = await readSealingKey(keys.sealing.id, keys.sealing.publicKey);
  const sealer = { key, keys, plan, chance: chances(2_026), now: Temporal.Now.instant() };
  const outboxes: Outbox[] = [];
  for (const kiosk of plan.kiosks) {
    const sequences = Array.from({ length: perKiosk }, (_, index) => index + 1);
    outboxes.push({
      kiosk,
      items: await Promise.all(sequences.map(sequence => sealItem(sealer, kiosk, sequence))),
    });
  }
  return outboxes;
}

/** Kiosks take turns, as they would: no run of one kiosk's items. */
export function mixed(outboxes: readonly Outbox[]): WaitingItem[] {
  const longest = Math.max(...outboxes.map(outbox => outbox.items.length));
  return Array.from({ length: longest }, (_, index) =>
    outboxes.flatMap(outbox => outbox.items[index] ?? []),
  ).flat();
}
