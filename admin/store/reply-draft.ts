import type { BodyOf } from '../../shared/api.ts';
import { dayTrouble, missingFromReply, type Outcome, type ReplyDays } from '../../shared/submission/reply.ts';
import { type CaseName, caseKey } from './case-name.ts';
import type { CaseReply } from './reply.ts';

/** A reply as it is being written: nothing is chosen for the officer. */
export interface ReplyDraft {
  readonly outcome: Outcome | null;
  readonly on: string;
  readonly next: string;
  readonly text: string;
}

export const emptyReply: ReplyDraft = { outcome: null, on: '', next: '', text: '' };

/** Where the draft of a case's reply is kept. */
export function replyPlace(name: CaseName): string {
  return `answer ${caseKey(name)}`;
}

/** A reply that was called back, ready to be changed. */
export function replyDraftOf(reply: CaseReply): ReplyDraft {
  return { outcome: reply.outcome, on: reply.on ?? '', next: reply.next ?? '', text: reply.text };
}

/** Which field an outcome asks for: a day, or where it goes from here. */
export function fieldOf(outcome: Outcome): 'on' | 'next' {
  return outcome === 'done' || outcome === 'will-be-done' ? 'on' : 'next';
}

export type MissingField =
  | 'outcome'
  | 'on'
  | 'next'
  | 'text'
  | `on-${NonNullable<ReturnType<typeof dayTrouble>>}`;

/**
 * What keeps a draft from being sent, by field; empty when it says enough. *Done* lies between the day it came and
 * today, *will be done* between today and the longest promise.
 */
export function missingFromDraft(draft: ReplyDraft, days: ReplyDays): MissingField[] {
  if (draft.outcome === null) return ['outcome'];
  const { outcome } = draft;
  const missing: MissingField[] = missingFromReply({
    outcome,
    on: draft.on || null,
    next: draft.next,
    text: draft.text,
  });
  const trouble = dayTrouble({ outcome, on: draft.on || null }, days);
  if (trouble) missing.push(`on-${trouble}`);
  return missing;
}

/** The body for the server; null while something is missing. The field that the outcome does not need is left out. */
export function answerBody(
  draft: ReplyDraft,
  version: number,
  days: ReplyDays,
): BodyOf<'POST /api/cases/:number/answer'> | null {
  const { outcome } = draft;
  if (outcome === null || missingFromDraft(draft, days).length > 0) return null;
  const needsDay = fieldOf(outcome) === 'on';
  return {
    version,
    outcome,
    on: needsDay ? draft.on : null,
    next: needsDay ? null : draft.next.trim(),
    text: draft.text.trim(),
  };
}
