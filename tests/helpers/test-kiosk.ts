import { randomUUID } from 'node:crypto';
import { sha256, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { padded, readSealingKey, seal } from '../../shared/crypto/seal.ts';
import type { Enrolment } from '../../shared/kiosk/schema.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import type { SealedItem, SubmissionContent } from '../../shared/submission/schema.ts';
import { type Statement, statementBytes } from '../../shared/submission/statement.ts';

/** A kiosk outside a browser: its own key pair, real seals, real signatures. */
export interface TestKiosk {
  readonly id: string;
  readonly enrolment: Enrolment;
  readonly publicKey: string;
  sign(message: string | Uint8Array<ArrayBuffer>): Promise<string>;
  /** The next item of this kiosk, sealed and signed. */
  makeItem(
    content?: Partial<SubmissionContent>,
    identity?: object,
    more?: Partial<Statement>,
  ): Promise<SealedItem>;
  /** The next item, as a kiosk makes it on a round. */
  makeOffer(content: Partial<OfferContent>): Promise<SealedItem>;
}

export interface KioskKeys {
  readonly publicKey: string;
  readonly pair: CryptoKeyPair;
}

export async function makeKioskKeys(): Promise<KioskKeys> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    pair,
    publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
  };
}

/** UUIDv7 (RFC 9562): the time first, so that ids sort as they were made. */
export function uuid7(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const random = randomUUID().replaceAll('-', '');
  const digits = `${time}7${random.slice(13, 16)}${'89ab'[Number.parseInt(random[16] ?? '0', 16) % 4]}${random.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const digestOf = async (text: string) => toBase64Url(await sha256(utf8(text)));

export function makeTestKiosk(
  enrolment: Enrolment,
  { pair, publicKey }: KioskKeys,
  now: () => number,
): TestKiosk {
  let sequence = 0;
  const boot = randomUUID();
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes)));
  async function sealItem(
    id: string,
    content: object,
    identity: object,
    more: Partial<Statement>,
  ): Promise<SealedItem> {
    sequence += 1;
    const context = `${id}/${enrolment.kiosk}`;
    const key = await readSealingKey(enrolment.sealing.id, enrolment.sealing.publicKey);
    const sealed = await seal(key, 'submission', context, padded(JSON.stringify(content), 1024));
    const identityEnvelope = await seal(key, 'identity', context, padded(JSON.stringify(identity), 512));
    const statement: Statement = {
      version: 1,
      id,
      kiosk: enrolment.kiosk,
      sequence,
      sealed: await digestOf(sealed),
      identity: await digestOf(identityEnvelope),
      wall: new Date(now()).toISOString(),
      monotonic: 1000 * sequence,
      boot,
      ...more,
    };
    return {
      statement,
      signature: await sign(statementBytes(statement)),
      sealed,
      identity: identityEnvelope,
    };
  }
  return {
    id: enrolment.kiosk,
    enrolment,
    publicKey,
    sign: message => sign(typeof message === 'string' ? utf8(message) : message),
    async makeItem(content = {}, identity = { version: 1, kind: 'nameless' }, more = {}) {
      const id = more.id ?? uuid7(now());
      const whole: SubmissionContent = {
        version: 1,
        id,
        type: 'complaint',
        kind: 'food',
        problem: 'too-little',
        when: 'today',
        many: 'me',
        text: null,
        aboutOfficer: null,
        language: 'en',
        ...content,
      };
      return sealItem(id, whole, identity, more);
    },
    makeOffer(content) {
      const id = content.id ?? uuid7(now());
      const whole: OfferContent = {
        version: 1,
        id,
        type: 'offer',
        section: 'punishment-cells',
        number: '101/26',
        answer: 'used',
        reason: null,
        madeAt: new Date(now()).toISOString(),
        ...content,
      };
      return sealItem(id, whole, { version: 1, kind: 'nameless' }, {});
    },
  };
}
