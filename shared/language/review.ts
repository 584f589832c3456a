import { isWhole } from './languages.ts';

/** Who vouches for a text, in `locales/<language>/reviews.json`. */
export interface Vouched {
  /** The words as they were then: if the text changes afterwards, it is a draft again by itself. */
  readonly words: string;
  /** The speaker, by name. */
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** By text: `kiosk:receipt.kept`, the file and the key in it. A text that is not named here is a draft. */
export interface Reviews {
  readonly reviewed: Readonly<Record<string, Vouched>>;
  readonly recorded: Readonly<Record<string, Vouched>>;
}

export type Texts = ReadonlyMap<string, string>;

/** The entry if a named person vouches for exactly the words that stand now, else null. */
export function vouchedNow(text: string, texts: Texts, entries: Reviews['reviewed']): Vouched | null {
  const entry = entries[text];
  if (entry === undefined || entry.by.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(entry.on)) return null;
  return texts.get(text) === entry.words ? entry : null;
}

/** `reviewed` only if a named speaker read exactly these words. */
export function textState(text: string, texts: Texts, reviews: Reviews): 'reviewed' | 'draft' {
  return vouchedNow(text, texts, reviews.reviewed) ? 'reviewed' : 'draft';
}

/** Whether a named speaker recorded exactly these words. */
export function isRecorded(text: string, texts: Texts, reviews: Reviews): boolean {
  return vouchedNow(text, texts, reviews.recorded) !== null;
}

/**
 * Sentences that carry danger if wrong (content.md's list, as far as the kiosk says them), and those about number and
 * PIN, the receipt, and officers' ready replies: first to be reviewed and recorded in any language.
 */
export const dangerousTexts = [
  'kiosk:reader.plain.kitchen',
  'kiosk:reader.plain.stores',
  'kiosk:reader.text',
  'kiosk:reader.officer',
  'kiosk:reader.head',
  'kiosk:reader.nameless',
  'kiosk:who.namelessNote',
  'kiosk:contents.appeal',
  'kiosk:session.lastTime',
  'kiosk:session.claim',
  'kiosk:session.claimLead',
  'kiosk:signIn.numberTitle',
  'kiosk:signIn.pinTitle',
  'kiosk:signIn.pinLead',
  'kiosk:signIn.complainNowWhy',
  'kiosk:signIn.offline',
  'kiosk:receipt.kept',
  'kiosk:receipt.keptMore',
  'kiosk:receipt.received',
  'kiosk:receipt.receivedMore',
  'kiosk:receipt.witnessedMore',
  'kiosk:submission.witnessed',
  'kiosk:receipt.quarantined',
  'kiosk:receipt.hint',
  'kiosk:receipt.hintNameless',
  'kiosk:receipt.due',
  'kiosk:receipt.notChecked',
  'kiosk:idle.unsent_one',
  'kiosk:idle.unsent_other',
  'ready:done.replaced',
  'ready:done.issued',
  'ready:done.repaired',
  'ready:done.told',
  'ready:will-be-done.ordered',
  'ready:will-be-done.repair',
  'ready:will-be-done.looking',
  'ready:will-be-done.exchange',
  'ready:not-done.found-nothing',
  'ready:not-done.none-in-store',
  'ready:not-done.need-more',
  'ready:not-done.other-place',
  'ready:passed-on.health',
  'ready:passed-on.headquarters',
  'ready:passed-on.records',
] as const;

/** What begins so speaks of remission, and like the law is never shown as a draft: it stays Kiswahili until reviewed. */
export const neverDrafts = ['kiosk:release.', 'kiosk:ledger.', 'kiosk:notice.'] as const;

/**
 * Whether a real prison may offer the language: English and Kiswahili always, any other only when every dangerous
 * sentence is written, reviewed and recorded.
 */
export function mayBeOffered(code: string, texts: Texts, reviews: Reviews): boolean {
  if (isWhole(code)) return true;
  return dangerousTexts.every(
    text => textState(text, texts, reviews) === 'reviewed' && isRecorded(text, texts, reviews),
  );
}
