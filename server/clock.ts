/** Where the server's time comes from; tests bring their own. */
export interface Clock {
  /** Best time known: the system's, or, while that is not confirmed, never earlier than the latest time seen. */
  now(): Temporal.Instant;
  /** The system's own time, believed or not. */
  system(): Temporal.Instant;
  readonly confirmed: boolean;
  readonly reason: ClockReason | null;
  readonly latestSeen: Temporal.Instant;
  /** Stops believing the system's time; deadlines go on from `latest`. */
  distrust(reason: ClockReason, latest: Temporal.Instant): void;
  trust(): void;
  /** Somebody (a kiosk, the log) has seen this time; it counts while the system's is not confirmed. */
  saw(instant: Temporal.Instant): void;
}

export type ClockReason = 'behind-last-entry' | 'far-ahead' | 'kiosks-disagree';

/** A clock over `system`; `elapsed` is monotonic, in milliseconds. */
export function makeClock(
  system: () => Temporal.Instant = () => Temporal.Now.instant(),
  elapsed: () => number = () => performance.now(),
): Clock {
  let reason: ClockReason | null = null;
  let anchor = system();
  let anchoredAt = elapsed();
  const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
  const anchored = () => anchor.add({ milliseconds: Math.floor(elapsed() - anchoredAt) });
  const setAnchor = (instant: Temporal.Instant) => {
    anchor = instant;
    anchoredAt = elapsed();
  };
  return {
    system,
    now: () => (reason === null ? system() : anchored()),
    get confirmed() {
      return reason === null;
    },
    get reason() {
      return reason;
    },
    get latestSeen() {
      return reason === null ? system() : anchored();
    },
    distrust(why, latest) {
      reason ??= why;
      setAnchor(latest);
    },
    trust() {
      reason = null;
    },
    saw(instant) {
      if (reason !== null) setAnchor(later(anchored(), instant));
    },
  };
}

/** Milliseconds in the text are enough, and one width sorts as text. */
export function isoOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The day in the prison's zone. */
export function dayOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The last moment of a day in the prison's zone. */
export function endOf(day: string, zone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  return isoOf(next.toInstant().subtract({ milliseconds: 1 }));
}

/** The next six in the morning at the prison: when what could tell who wrote comes into its officers' lists, all at once. */
export function nextSix(now: Temporal.Instant, zone: string): string {
  const here = now.toZonedDateTimeISO(zone);
  const six = sixOf(here);
  return isoOf((isBefore(here, six) ? six : sixOf(here.add({ days: 1 }))).toInstant());
}

/** The last six in the morning at the prison: what its officers may know of the log is as it was then. */
export function lastSix(now: Temporal.Instant, zone: string): string {
  const here = now.toZonedDateTimeISO(zone);
  const six = sixOf(here);
  return isoOf((isBefore(here, six) ? sixOf(here.subtract({ days: 1 })) : six).toInstant());
}

const sixOf = (day: Temporal.ZonedDateTime) => day.startOfDay().add({ hours: 6 });
const isBefore = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime) =>
  Temporal.ZonedDateTime.compare(one, other) < 0;
