import { hash } from 'node:crypto';
import { type ReplyWords, type SaidWords, wordsBytes } from '../../shared/log/export-file.ts';
import type { ReplyRow, SubmissionRow } from '../database/schema.ts';

/** What of a submission's row its writer said. */
export type SaidRow = Pick<
  SubmissionRow,
  'id' | 'kind' | 'problem' | 'when_it_was' | 'many' | 'text' | 'recording' | 'about' | 'language'
>;

/** What a writer said, as the first event of his submission vouches for it. */
export function saidWords(row: SaidRow): SaidWords {
  const { id, kind, problem, when_it_was: when, many, text, recording, about, language } = row;
  const words = { id, kind, problem, when: when || null, many: many || null, text, about, language };
  return recording === null ? words : { ...words, recording };
}

/** What a reply says, as the event that tells of it vouches for it. */
export function replyWords({ id, outcome, on_day: on, next, text, language }: ReplyRow): ReplyWords {
  return { id, outcome, on, next, text, language };
}

/** The random id in the words keeps the digest from telling them to whoever cannot see them. */
export function digestOfWords(words: SaidWords | ReplyWords): string {
  return hash('sha256', wordsBytes(words), 'base64url');
}
