import type { Bundle } from '../../shared/content/bundle.ts';
import type { Enrolment, Heartbeat, KioskSettings } from '../../shared/kiosk/schema.ts';
import type { Law } from '../../shared/law/schema.ts';
import type { LetterDesk } from '../../shared/letter/schema.ts';
import type { ProofsReply, WitnessReply } from '../../shared/log/schema.ts';

/**
 * Checks of what the kiosk keeps or relies on. The schemas themselves would cost more bytes than the whole
 * first screen; these look only at what would break a screen or a promise if it were missing.
 */
type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts(value: unknown, ...names: string[]): boolean {
  return isFields(value) && names.every(name => typeof value[name] === 'string');
}

export function isEnrolment(value: unknown): value is Enrolment {
  return (
    hasTexts(value, 'kiosk', 'name', 'prison', 'codeKey') &&
    isFields(value) &&
    hasTexts(value.sealing, 'id', 'publicKey') &&
    hasTexts(value.receipts, 'id', 'publicKey')
  );
}

export function isSettings(value: unknown): value is KioskSettings {
  if (!isFields(value)) return false;
  const { prison, wing, wings, number, answerDays, holidays, mode, time } = value;
  return (
    hasTexts(prison, 'id', 'name', 'zone') &&
    hasTexts(wing, 'id', 'name') &&
    Array.isArray(wings) &&
    hasTexts(number, 'pattern', 'example') &&
    isFields(number) &&
    Array.isArray(number.keys) &&
    isFields(answerDays) &&
    typeof answerDays.days === 'number' &&
    Array.isArray(holidays) &&
    typeof mode === 'string' &&
    typeof time === 'string'
  );
}

export function isLaw(value: unknown): value is Law {
  return isFields(value) && typeof value.version === 'string' && Array.isArray(value.rules);
}

function isReadable(words: unknown): boolean {
  try {
    const page: unknown = JSON.parse(String(words));
    return (
      isFields(page) && hasTexts(page, 'id', 'title', 'summary', 'picture') && Array.isArray(page.blocks)
    );
  } catch {
    return false;
  }
}

/** Whether it is a whole bundle of pages: one that cannot be read, or that no entry finds, spoils all. */
export function isBundle(value: unknown): value is Bundle {
  if (!isFields(value) || !hasTexts(value, 'digest')) return false;
  const { entries, texts } = value;
  if (!Array.isArray(entries) || !Array.isArray(texts)) return false;
  const words = new Set(texts.map(text => (isFields(text) && isReadable(text.words) ? text.digest : null)));
  return entries.every(
    entry =>
      isFields(entry) &&
      hasTexts(entry, 'page', 'language', 'validFrom', 'text') &&
      Array.isArray(entry.readers) &&
      words.has(entry.text),
  );
}

export function isLetterDesk(value: unknown): value is LetterDesk {
  return isFields(value) && Array.isArray(value.register) && Array.isArray(value.answers);
}

export function isHeartbeat(value: unknown): value is Heartbeat {
  return (
    isFields(value) &&
    typeof value.time === 'string' &&
    Number.isInteger(value.received) &&
    Array.isArray(value.missing) &&
    value.missing.every(Number.isInteger)
  );
}

export function isWitnessReply(value: unknown): value is WitnessReply {
  return (
    isFields(value) &&
    hasTexts(value.key, 'verifier', 'by', 'signature') &&
    Number.isInteger(value.epoch) &&
    (value.checkpoint === null || typeof value.checkpoint === 'string') &&
    Array.isArray(value.proof) &&
    value.proof.every(hash => typeof hash === 'string') &&
    (value.hold === null || typeof value.hold === 'string')
  );
}

export function isProofs(value: unknown): value is ProofsReply {
  return (
    isFields(value) && Array.isArray(value.proofs) && value.proofs.every(one => hasTexts(one, 'id', 'file'))
  );
}
