import type { OfferAnswer, Section } from './kinds.ts';

/** Somebody is or was held where he cannot come to a kiosk; days `YYYY-MM-DD`, both ends included. */
export interface Held {
  readonly prisonerId: string;
  readonly section: Section;
  readonly fromOn: string;
  /** Null while he is there. */
  readonly untilOn: string | null;
}

/** An offer on a day, to whom it could be told. */
export interface Offered {
  readonly prisonerId: string | null;
  readonly section: Section;
  readonly madeOn: string;
  readonly answer: OfferAnswer;
}

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Every day from `first` to `last`, both included; none if `last` is before `first`. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

/** Whether somebody was held there on that day. */
export function isHeldOn({ fromOn, untilOn }: Pick<Held, 'fromOn' | 'untilOn'>, day: string): boolean {
  return fromOn <= day && (untilOn === null || day <= untilOn);
}

/**
 * Days on which somebody was held and nobody brought him the kiosk, oldest first. The day that is still going on
 * (`today`) is none of them, nor are days before `since`. An attempt counts as an offer, whatever came of it: that
 * he slept is written beside it, and is the justice's to judge.
 */
export function daysWithout(held: Held, offers: readonly Offered[], today: string, since: string): string[] {
  const offeredOn = new Set(
    offers.flatMap(offer => (offer.prisonerId === held.prisonerId ? offer.madeOn : [])),
  );
  const first = held.fromOn < since ? since : held.fromOn;
  const last = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const end = held.untilOn !== null && held.untilOn < last ? held.untilOn : last;
  return daysFrom(first, end).filter(day => !offeredOn.has(day));
}

/** One section on one day: how many people were held there, and what became of the offers. */
export interface SectionDay {
  readonly section: Section;
  readonly held: number;
  /** Of those held: how many were offered it. */
  readonly reached: number;
  readonly used: number;
  readonly notWanted: number;
  readonly notAsked: number;
}

/** Sums up one section on one day. Two offers to one person reach one person. */
export function sectionDay(
  section: Section,
  day: string,
  held: readonly Held[],
  offers: readonly Offered[],
): SectionDay {
  const here = new Set(
    held.flatMap(one => (one.section === section && isHeldOn(one, day) ? one.prisonerId : [])),
  );
  const made = offers.filter(offer => offer.section === section && offer.madeOn === day);
  const reached = new Set(
    offers.flatMap(({ madeOn, prisonerId }) =>
      madeOn === day && prisonerId !== null && here.has(prisonerId) ? prisonerId : [],
    ),
  );
  const count = (answer: OfferAnswer) => made.filter(offer => offer.answer === answer).length;
  return {
    section,
    held: here.size,
    reached: reached.size,
    used: count('used'),
    notWanted: count('not-wanted'),
    notAsked: count('not-asked'),
  };
}

/**
 * When an offer was made, as far as it can be believed: the kiosk's best known time, but never before the kiosk was
 * enrolled, and never after it came in. A clock that was set back cannot fill last month's days.
 */
export function believedTime(claimed: string, enrolledAt: string, receivedAt: string): string {
  const at = Temporal.Instant.from(claimed);
  const within = (low: Temporal.Instant, high: Temporal.Instant) =>
    Temporal.Instant.compare(at, low) < 0 ? low : Temporal.Instant.compare(at, high) > 0 ? high : at;
  return within(Temporal.Instant.from(enrolledAt), Temporal.Instant.from(receivedAt)).toString({
    smallestUnit: 'millisecond',
  });
}
