import { sha256, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { padded, readSealingKey, seal } from '../../shared/crypto/seal.ts';
import type { OfferContent } from '../../shared/offer/schema.ts';
import type { IdentityContent, SealedItem, SubmissionContent } from '../../shared/submission/schema.ts';
import { type Statement, statementBytes, statementHash } from '../../shared/submission/statement.ts';
import { sign } from './kiosk.ts';

/** Bytes to which the plain text is filled up, so that the length of an envelope tells little. */
const submissionBlock = 1024;
/** Pass, PIN and *without my name* all fit in one block: their envelopes look alike. */
const identityBlock = 512;

export interface Envelopes {
  readonly sealed: string;
  readonly identity: string;
}

/** Seals what was said, or what came of an offer, and who said it, each to the server's key, both bound to this item and this kiosk. */
export async function sealSubmission(
  sealing: { readonly id: string; readonly publicKey: string },
  kiosk: string,
  content: SubmissionContent | OfferContent,
  identity: IdentityContent,
): Promise<Envelopes> {
  const key = await readSealingKey(sealing.id, sealing.publicKey);
  const context = `${content.id}/${kiosk}`;
  const said = padded(JSON.stringify(content), submissionBlock);
  const who = padded(JSON.stringify(identity), identityBlock);
  const [sealed, identityEnvelope] = await Promise.all([
    seal(key, 'submission', context, said),
    seal(key, 'identity', context, who),
  ]);
  return { sealed, identity: identityEnvelope };
}

async function digest(envelope: string): Promise<string> {
  return toBase64Url(await sha256(utf8(envelope)));
}

export type Moment = Pick<Statement, 'wall' | 'monotonic' | 'boot'>;

/** The exact text that will be posted, under one sequence number, and the hash that its receipt must name. */
export async function freeze(
  signing: CryptoKey,
  item: { readonly id: string; readonly kiosk: string; readonly sequence: number },
  envelopes: Envelopes,
  moment: Moment,
): Promise<{ body: string; hash: string }> {
  const [sealed, identity] = await Promise.all([digest(envelopes.sealed), digest(envelopes.identity)]);
  const statement: Statement = { version: 1, ...item, sealed, identity, ...moment };
  const [signature, hash] = await Promise.all([
    sign(signing, statementBytes(statement)),
    statementHash(statement),
  ]);
  const frozen: SealedItem = { statement, signature, ...envelopes };
  return { body: JSON.stringify(frozen), hash };
}

/**
 * The hash of a stored text, worked out anew from its bytes; null if it is not whole any more.
 * The envelopes are checked against their digests, so one flipped byte anywhere is seen.
 */
export async function hashOfBody(body: string): Promise<string | null> {
  try {
    const { statement, sealed, identity } = JSON.parse(body) as SealedItem;
    const [said, who, hash] = await Promise.all([digest(sealed), digest(identity), statementHash(statement)]);
    return said === statement.sealed && who === statement.identity ? hash : null;
  } catch {
    return null;
  }
}
