import { canonicalBytes } from '../canonical.ts';
import { type Bytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../crypto/bytes.ts';
import { codeFromMac } from '../submission/code.ts';
import { type JusticeKeys, signAsJustice } from './justice-key.ts';
import { type Phrase, phrases } from './kinds.ts';
import type { AnswerSheet, LetterAnswer } from './schema.ts';

/**
 * Answers lie open on every kiosk and are found by the letter's code alone: the code gives, slowly, a token to look
 * for and a key to read by. Whoever has the list but no code sees neither who was answered nor what.
 */
const rounds = 100_000;
const tokenLength = 16;
const keyLength = 32;
const nonceLength = 12;
/** Bytes of a phrase, filled up. */
const phraseLength = 12;
/** A sheet is filled up to a multiple of so many, so that its length does not count letters. */
const sheetBlock = 20;

interface Found {
  readonly token: string;
  readonly key: CryptoKey;
}

async function fromCode(code: string, prison: string): Promise<Found> {
  const secret = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const salt = utf8(`sauti/letter-answer/v1/${prison}`);
  const derived = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    secret,
    8 * (tokenLength + keyLength),
  );
  const bytes = new Uint8Array(derived);
  const raw = bytes.slice(tokenLength);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { token: toBase64Url(bytes.slice(0, tokenLength)), key };
}

const lot = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A letter's code: 50 bits of chance in the form of every receipt code, and nobody's number. */
export function newLetterCode(): string {
  return codeFromMac(lot(8));
}

/** An answer to the letter with this code. */
export async function sealAnswer(code: string, prison: string, phrase: Phrase): Promise<LetterAnswer> {
  const { token, key } = await fromCode(code, prison);
  const iv = lot(nonceLength);
  const plain = utf8(phrase.padEnd(phraseLength));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const whole = new Uint8Array(nonceLength + sealed.length);
  whole.set(iv);
  whole.set(sealed, nonceLength);
  return { token, sealed: toBase64Url(whole) };
}

/** The newest phrase for a code among all answers of a prison, oldest first; null if there is none. */
export async function findAnswer(
  code: string,
  prison: string,
  answers: readonly LetterAnswer[],
): Promise<Phrase | null> {
  const { token, key } = await fromCode(code, prison);
  const answer = answers.findLast(one => one.token === token);
  if (!answer) return null;
  try {
    const bytes = fromBase64Url(answer.sealed);
    const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, nonceLength) };
    const plain = await crypto.subtle.decrypt(algorithm, key, bytes.slice(nonceLength));
    const text = fromUtf8(new Uint8Array(plain)).trimEnd();
    return phrases.find(phrase => phrase === text) ?? null;
  } catch {
    return null;
  }
}

/** The answers of a sheet in an order by lot, with others that fit no code, so that their number tells little. */
export function filledUp(answers: readonly LetterAnswer[]): LetterAnswer[] {
  const whole = Math.max(1, Math.ceil(answers.length / sheetBlock)) * sheetBlock;
  const others = Array.from({ length: whole - answers.length }, () => ({
    token: toBase64Url(lot(tokenLength)),
    sealed: toBase64Url(lot(nonceLength + phraseLength + 16)),
  }));
  return [...answers, ...others].sort((a, b) => (a.token < b.token ? -1 : 1));
}

/** What the justice signs under a sheet of answers. */
export function answerSheetBytes(sheet: Omit<AnswerSheet, 'signature'>): Bytes {
  const { version, prison, id, answers, nextVisit, madeAt, by } = sheet;
  const listed = answers.map(({ token, sealed }) => [token, sealed]);
  return canonicalBytes({
    purpose: 'sauti/letter-answers/v1',
    version,
    prison,
    id,
    answers: listed,
    nextVisit,
    madeAt,
    by,
  });
}

/** A sheet of answers under the justice's own key. */
export async function signSheet(
  by: JusticeKeys,
  sheet: Omit<AnswerSheet, 'version' | 'by' | 'signature'>,
): Promise<AnswerSheet> {
  const said = { version: 1 as const, ...sheet, by: by.card.signing };
  return { ...said, signature: await signAsJustice(by, answerSheetBytes(said)) };
}
