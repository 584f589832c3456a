import type { BodyOf } from '../../shared/api.ts';
import { missingFromReply, type Outcome } from '../../shared/submission/reply.ts';
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

export type MissingField = 'outcome' | 'on' | 'next' | 'text' | 'on-too-late' | 'on-too-early';

/**
 * What keeps a draft from being sent, by field; empty when it says enough. *Done* lies not in the future and
 * *will be done* not in the past. `today` is the prison's `YYYY-MM-DD`.
 */
export function missingFromDraft(draft: ReplyDraft, today: string): MissingField[] {
  if (draft.outcome === null) return ['outcome'];
  const { outcome } = draft;
  const missing: MissingField[] = missingFromReply({
    outcome,
    on: draft.on || null,
    next: draft.next,
    text: draft.text,
  });
  if (outcome === 'done' && draft.on > today) missing.push('on-too-late');
  if (outcome === 'will-be-done' && draft.on !== '' && draft.on < today) missing.push('on-too-early');
  return missing;
}

/** The body for the server; null while something is missing. The field that the outcome does not need is left out. */
export function answerBody(
  draft: ReplyDraft,
  version: number,
  today: string,
): BodyOf<'POST /api/cases/:number/answer'> | null {
  const { outcome } = draft;
  if (outcome === null || missingFromDraft(draft, today).length > 0) return null;
  const needsDay = fieldOf(outcome) === 'on';
  return {
    version,
    outcome,
    on: needsDay ? draft.on : null,
    next: needsDay ? null : draft.next.trim(),
    text: draft.text.trim(),
  };
}
