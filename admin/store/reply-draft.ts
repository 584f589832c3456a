import type { BodyOf } from '../../shared/api.ts';
import { dayTrouble, missingFromReply, type Outcome, type ReplyDays } from '../../shared/submission/reply.ts';
import { type CaseName, caseKey } from './case-name.ts';
import type { CaseReply } from './reply.ts';

/** What becomes of it, as it is being chosen: nothing is chosen for the officer. */
export interface OutcomeDraft {
  readonly outcome: Outcome | null;
  readonly on: string;
  readonly next: string;
}

/** A reply as it is being written. */
export interface ReplyDraft extends OutcomeDraft {
  readonly text: string;
}

const emptyOutcome: OutcomeDraft = { outcome: null, on: '', next: '' };
export const emptyReply: ReplyDraft = { ...emptyOutcome, text: '' };

/** One reply to several cases: words by the code of their language. */
export interface TogetherDraft extends OutcomeDraft {
  readonly texts: Readonly<Record<string, string>>;
}

export const emptyTogether: TogetherDraft = { ...emptyOutcome, texts: {} };
/** Where that draft is kept. */
export const togetherPlace = 'answer together';

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

/** What the outcome says, for the server; the field that it does not need is left out. */
function outcomeBody(outcome: Outcome, { on, next }: OutcomeDraft) {
  const needsDay = fieldOf(outcome) === 'on';
  return { outcome, on: needsDay ? on : null, next: needsDay ? null : next.trim() };
}

/** The body for the server; null while something is missing. */
export function answerBody(
  draft: ReplyDraft,
  version: number,
  days: ReplyDays,
): BodyOf<'POST /api/cases/:number/answer'> | null {
  const { outcome } = draft;
  if (outcome === null || missingFromDraft(draft, days).length > 0) return null;
  return { version, ...outcomeBody(outcome, draft), text: draft.text.trim() };
}

/** What is missing from a reply to several cases, and in which of their languages there are no words. */
export function missingTogether(
  draft: TogetherDraft,
  languages: readonly string[],
  days: ReplyDays,
): { readonly fields: readonly MissingField[]; readonly languages: readonly string[] } {
  const wordless = languages.filter(language => !draft.texts[language]?.trim());
  const fields = missingFromDraft({ ...draft, text: wordless.length > 0 ? '' : 'said' }, days);
  return { fields, languages: fields.includes('text') ? wordless : [] };
}

/** The body for several; null while something is missing. */
export function togetherBody(
  draft: TogetherDraft,
  cases: readonly { readonly number: number; readonly version: number }[],
  languages: readonly string[],
  days: ReplyDays,
): BodyOf<'POST /api/cases/answers'> | null {
  const { outcome } = draft;
  if (outcome === null || missingTogether(draft, languages, days).fields.length > 0) return null;
  const texts = languages.map(language => ({ language, text: (draft.texts[language] ?? '').trim() }));
  return {
    cases: cases.map(({ number, version }) => ({ number, version })),
    ...outcomeBody(outcome, draft),
    texts,
  };
}
