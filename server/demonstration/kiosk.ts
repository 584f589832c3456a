import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { fromBase64Url, toBase64Url } from '../../shared/crypto/bytes.ts';
import { padded, readSealingKey, type SealingKey, seal } from '../../shared/crypto/seal.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import type { IdentityContent, SealedItem, SubmissionContent } from '../../shared/submission/schema.ts';
import { statementBytes } from '../../shared/submission/statement.ts';
import type { KioskRow } from '../database/schema.ts';
import type { Keys } from '../keys.ts';

/** As large as a real kiosk fills its envelopes, so that these look the same on the disk. */
const blocks = { submission: 1024, identity: 512 } as const;

/** A kiosk's own key; the private half is forgotten when the demonstration is filled. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** Raw Ed25519, base64url. */
  readonly publicKey: string;
}

export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' };
}

/** What a kiosk of the demonstration does: it seals, signs and counts like one on a wall. */
export interface DemonstrationKiosk {
  readonly row: KioskRow;
  /** The last number given out. */
  readonly sequence: number;
  /** `madeAt` is the kiosk's own clock. */
  freeze(
    content: SubmissionContent | OfferContent,
    identity: IdentityContent,
    madeAt: Temporal.Instant,
  ): Promise<SealedItem>;
  /** Browsers are started each morning; a boot has an id and a clock of its own. */
  boot(at: Temporal.Instant): { readonly boot: string; readonly monotonic: number };
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

export async function makeKiosk(
  row: KioskRow,
  signing: SigningKey,
  { sealing }: Keys,
  zone: string,
): Promise<DemonstrationKiosk> {
  const key: SealingKey = await readSealingKey(sealing.id, sealing.publicKey);
  const boots = new Map<string, string>();
  let sequence = 0;
  const boot = (at: Temporal.Instant) => {
    const here = at.toZonedDateTimeISO(zone);
    const day = here.toPlainDate().toString();
    const id = boots.get(day) ?? randomUUID();
    boots.set(day, id);
    return { boot: id, monotonic: at.since(here.startOfDay().toInstant()).total('milliseconds') };
  };
  return {
    row,
    get sequence() {
      return sequence;
    },
    boot,
    async freeze(content, identity, madeAt) {
      sequence += 1;
      const bound = `${content.id}/${row.id}`;
      const sealed = await seal(key, 'submission', bound, padded(JSON.stringify(content), blocks.submission));
      const who = await seal(key, 'identity', bound, padded(JSON.stringify(identity), blocks.identity));
      const statement = {
        version: 1 as const,
        id: content.id,
        kiosk: row.id,
        sequence,
        sealed: digest(sealed),
        identity: digest(who),
        wall: madeAt.toString({ smallestUnit: 'millisecond' }),
        ...boot(madeAt),
      };
      const signature = toBase64Url(sign(null, statementBytes(statement), signing.privateKey));
      return { statement, signature, sealed, identity: who };
    },
  };
}

/** A UUID of version 7 (RFC 9562, 5.7) of that millisecond, as kiosks make them. */
export function idAt(at: Temporal.Instant): string {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** The same item as a kiosk with a failing disk would send it: one byte of the envelope is another. */
export function damaged(item: SealedItem, signing: SigningKey): SealedItem {
  const [version, key, body = ''] = item.sealed.split('.');
  const bytes = fromBase64Url(body);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const sealed = [version, key, toBase64Url(bytes)].join('.');
  const statement = { ...item.statement, sealed: digest(sealed) };
  return {
    ...item,
    sealed,
    statement,
    signature: toBase64Url(sign(null, statementBytes(statement), signing.privateKey)),
  };
}
