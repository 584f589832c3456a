import { dayOf, isoOf } from '../../clock.ts';
import type { Prison } from '../prison.ts';

/** The days that a visit looks back on, in the prison's own days. */
export interface Span {
  readonly prison: Prison;
  /** The first day, `YYYY-MM-DD`, and the instant at which it began. */
  readonly since: string;
  readonly sinceAt: string;
  readonly today: string;
  readonly now: Temporal.Instant;
}

/** The days from `since` to now. Throws RangeError for a day that no calendar has. */
export function spanOf(prison: Prison, since: string, now: Temporal.Instant): Span {
  const first = Temporal.PlainDate.from(since, { overflow: 'reject' });
  return {
    prison,
    since,
    sinceAt: isoOf(first.toZonedDateTime(prison.zone).toInstant()),
    today: dayOf(now, prison.zone).toString(),
    now,
  };
}

/** The prison's day of an instant. */
export function dayAt({ prison }: Pick<Span, 'prison'>, at: string): string {
  return dayOf(Temporal.Instant.from(at), prison.zone).toString();
}
