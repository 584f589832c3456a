import { canonicalBytes } from '../canonical.ts';
import { type Bytes, fromBase64Url } from '../crypto/bytes.ts';
import { verifyEd25519 } from '../crypto/ed25519.ts';
import { mostRecipients } from './envelope.ts';
import { type JusticeKeys, signAsJustice } from './justice-key.ts';
import type { KeyCard, KeyStatement } from './schema.ts';

/** What a justice signs: that this card's holder is let in at this prison, or is no longer to be sealed to. */
export function keyStatementBytes({
  version,
  prison,
  action,
  card,
  by,
}: Omit<KeyStatement, 'signature'>): Bytes {
  return canonicalBytes({ purpose: 'sauti/letter-key/v1', version, prison, action, card, by });
}

/** What a justice says in the register about a card: his own, or a colleague's. */
export async function signStatement(
  by: JusticeKeys,
  prison: string,
  action: KeyStatement['action'],
  card: KeyCard,
): Promise<KeyStatement> {
  const said = { version: 1 as const, prison, action, card, by: by.card.signing };
  return { ...said, signature: await signAsJustice(by, keyStatementBytes(said)) };
}

/** Whose keys count, worked out from the register alone. */
export interface Readers {
  /** The signing key of the first justice: all others are vouched for from here. */
  readonly anchor: string | null;
  readonly cards: readonly KeyCard[];
  /** Keys that were ended, signing and sealing. An old signed line must not bring one back: who returns makes new ones. */
  readonly ended: readonly string[];
}

const nobody: Readers = { anchor: null, cards: [], ended: [] };

/** Whether a statement about this prison is signed by the key that it names. */
export function isSigned(statement: KeyStatement, prison: string): Promise<boolean> {
  if (statement.prison !== prison) return Promise.resolve(false);
  const { by, signature } = statement;
  return verifyEd25519(fromBase64Url(by), fromBase64Url(signature), keyStatementBytes(statement));
}

function mayAdd(readers: Readers, { card, by }: KeyStatement): boolean {
  const known = readers.cards.some(
    ({ signing, sealing }) => signing === card.signing || sealing === card.sealing,
  );
  const wasEnded = readers.ended.includes(card.signing) || readers.ended.includes(card.sealing);
  if (known || wasEnded || readers.cards.length >= mostRecipients) return false;
  if (readers.anchor === null) return by === card.signing && card.kind === 'justice';
  return isJustice(readers, by);
}

/** The first justice keeps his say when letters are no longer sealed to him. */
function isJustice({ anchor, cards }: Readers, signing: string): boolean {
  return signing === anchor || cards.some(card => card.kind === 'justice' && card.signing === signing);
}

/** The last justice cannot be ended: his successor comes first. */
function mayEnd(readers: Readers, { card, by }: KeyStatement): boolean {
  const rest = readers.cards.filter(({ signing }) => signing !== card.signing);
  return (
    isJustice(readers, by) &&
    rest.length < readers.cards.length &&
    rest.some(({ kind }) => kind === 'justice')
  );
}

/** The readers after one more statement that is signed rightly; the same ones if it may not be made. */
export function afterStatement(readers: Readers, statement: KeyStatement): Readers {
  const { action, card } = statement;
  if (action === 'enrol') {
    if (!mayAdd(readers, statement)) return readers;
    return { ...readers, anchor: readers.anchor ?? card.signing, cards: [...readers.cards, card] };
  }
  if (!mayEnd(readers, statement)) return readers;
  return {
    ...readers,
    cards: readers.cards.filter(({ signing }) => signing !== card.signing),
    ended: [
      ...readers.ended,
      ...readers.cards.flatMap(one => (one.signing === card.signing ? [one.signing, one.sealing] : [])),
    ],
  };
}

/**
 * Whose keys count. With `pinned`, the anchor that somebody keeps (a kiosk, from when it first saw a register), one that
 * begins with anybody else counts for nothing, whoever sent it.
 */
export async function readersOf(
  register: readonly KeyStatement[],
  prison: string,
  pinned: string | null,
): Promise<Readers> {
  let readers = nobody;
  for (const statement of register)
    if (await isSigned(statement, prison)) readers = afterStatement(readers, statement);
  return pinned !== null && readers.anchor !== pinned ? nobody : readers;
}

/** Who gets a letter: the justices; and who is on duty outside, if its writer is in danger. */
export function recipientsOf({ cards }: Readers, danger: boolean): string[] {
  return cards.filter(({ kind }) => danger || kind === 'justice').map(({ sealing }) => sealing);
}
