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

/** How far ahead something may be promised, in days: ours, no law sets it. Beyond it there is no clock worth the name. */
export const longestPromiseDays = 120;

/** Between which days an answer is written, each `YYYY-MM-DD` in the prison's zone. */
export interface ReplyDays {
  /** When the submission was received. */
  readonly receivedOn: string;
  readonly today: string;
}

/** Why a day of the calendar makes no sense for its outcome; null if it does, or if the outcome has none. */
export function dayTrouble(
  { outcome, on }: Pick<OutcomeDetail, 'outcome' | 'on'>,
  { receivedOn, today }: ReplyDays,
): 'before-received' | 'not-yet' | 'over' | 'too-far' | null {
  if (on === null) return null;
  if (outcome === 'done') return on > today ? 'not-yet' : on < receivedOn ? 'before-received' : null;
  if (outcome !== 'will-be-done') return null;
  const last = Temporal.PlainDate.from(today).add({ days: longestPromiseDays }).toString();
  // A year of five figures or more is written with a sign, and a sign sorts before every digit.
  return on > last || on.startsWith('+') ? 'too-far' : on < today ? 'over' : null;
}
