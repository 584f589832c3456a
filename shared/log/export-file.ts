import { canonicalBytes, type Json } from '../canonical.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { VouchedKey } from './schema.ts';
import type { PinnedKey } from './vouched-key.ts';

/**
 * An export of a log is one file of JSON lines: what it is of, every entry up to a signed head in its order, the
 * contents that stand behind them, and a last line that says how many there were. It is made in parts, each from a
 * few reads, and put together by whoever asked.
 */
export interface ExportHeader {
  readonly sauti: 'export';
  readonly version: 1;
  readonly prison: { readonly id: string; readonly name: string };
  readonly epoch: number;
  readonly size: number;
  readonly madeAt: string;
  readonly logKey: VouchedKey;
  readonly receiptsKey: PinnedKey;
  /** Signed heads with their cosignatures: the newest, and of every day the last that a kiosk cosigned. */
  readonly checkpoints: readonly string[];
  readonly witnesses: readonly string[];
  /** Kinds of entries whose contents are all here. */
  readonly complete: readonly string[];
}

/**
 * An entry, or of an item that was received its leaf's hash alone: kiosk and number would tell where and when somebody
 * wrote without a name.
 */
export type ExportEntry = { readonly entry: string } | { readonly leaf: string };

/** What happened to a submission, with the words that it speaks of. */
export interface ExportEvent {
  readonly kind: 'event';
  readonly where: string;
  readonly content: Readonly<Record<string, Json>>;
  readonly salt: string;
  /** The words of the writer, behind the digest in his submission's first event. */
  readonly said?: SaidWords;
  /** The words of a reply, behind the digest in its event. */
  readonly reply?: ReplyWords;
}

/** A content that whoever asked may not see; the entry that commits to it is there all the same. */
export interface ExportWithheld {
  readonly kind: 'event';
  readonly withheld: string;
}

export type ExportContent = ExportWithheld | ExportEvent;

export interface ExportEnd {
  readonly end: true;
  readonly entries: number;
  readonly contents: number;
}

/** What the log says of a writer's words; the submission's own random id keeps the digest from being guessed. */
export interface SaidWords {
  readonly id: string;
  readonly kind: string;
  readonly problem: string;
  readonly when: string | null;
  readonly many: string | null;
  readonly text: string | null;
  /** What was spoken; left out where nothing was. */
  readonly recording?: string;
  readonly about: string | null;
  readonly language: string;
}

/** Likewise of a reply's. */
export interface ReplyWords {
  readonly id: string;
  readonly outcome: string;
  readonly on: string | null;
  readonly next: string | null;
  readonly text: string;
  readonly language: string;
}

/** The bytes whose SHA-256 stands in the event that tells of these words. */
export function wordsBytes(words: SaidWords | ReplyWords): Bytes {
  return canonicalBytes({ ...words });
}
