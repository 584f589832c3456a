/** *Answered* needs an outcome (protection.md): done, will be done, not done, passed on. */
export const outcomes = ['done', 'will-be-done', 'not-done', 'passed-on'] as const;
export type Outcome = (typeof outcomes)[number];

/** Seconds in which a reply can be called back before it is sent. */
export const callBackSeconds = 10;

export interface OutcomeDetail {
  readonly outcome: Outcome;
  /** `YYYY-MM-DD`: when it was done, or by when it will be. */
  readonly on: string | null;
  /** To whom it was passed, or where the prisoner can go next. */
  readonly next: string | null;
  readonly text: string;
}

/** What is missing from a reply, by field; empty when it says enough to be sent. */
export function missingFromReply(reply: OutcomeDetail): ('on' | 'next' | 'text')[] {
  const missing: ('on' | 'next' | 'text')[] = [];
  if (reply.text.trim() === '') missing.push('text');
  if ((reply.outcome === 'done' || reply.outcome === 'will-be-done') && reply.on === null) missing.push('on');
  if ((reply.outcome === 'not-done' || reply.outcome === 'passed-on') && !reply.next?.trim())
    missing.push('next');
  return missing;
}
