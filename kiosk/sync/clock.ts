/** Where the kiosk's idea of the time comes from. All in milliseconds; `server` and `wall` since the epoch. */
export interface ClockSources {
  readonly wall: number;
  readonly monotonic: number;
  /** The server's time and the monotonic clock at the last contact since this page was loaded. */
  readonly anchor: { readonly server: number; readonly monotonic: number } | null;
  /** The server's time and the wall clock at the last contact ever, kept across restarts. */
  readonly contact: { readonly server: number; readonly wall: number } | null;
}

const tolerated = 10 * 60_000;

/**
 * The best known time, epoch milliseconds: the server's, carried on by the monotonic clock, which nobody can
 * set. After a restart without contact it is the wall clock with its last known error taken off, and never
 * earlier than the server was last seen (a clock whose battery is dead starts years back).
 */
export function bestGuess({ wall, monotonic, anchor, contact }: ClockSources): number {
  if (anchor) return anchor.server + (monotonic - anchor.monotonic);
  if (contact) return Math.max(contact.server, wall + (contact.server - contact.wall));
  return wall;
}

/** Longer than any kiosk is without its server: a clock that says so after a restart has run ahead. */
const longestAwayMs = 400 * 24 * 60 * 60_000;

/** Whether the wall clock is more than ten minutes off. It blocks nothing; it is shown and reported. */
export function isClockWrong(sources: ClockSources): boolean {
  const { anchor, contact, wall } = sources;
  if (!anchor && contact && wall - contact.wall > longestAwayMs) return true;
  return Math.abs(sources.wall - bestGuess(sources)) > tolerated;
}

let anchor: ClockSources['anchor'] = null;
let contact: ClockSources['contact'] = null;
const boot = crypto.randomUUID();

function sources(): ClockSources {
  return { wall: Date.now(), monotonic: performance.now(), anchor, contact };
}

/** What was kept from before this page was loaded. */
export function recallContact(kept: ClockSources['contact']): void {
  contact ??= kept;
}

/** The server said what time it is. Gives back what to keep for after a restart; null for a time that is none. */
export function rememberServerTime(instant: string): { server: number; wall: number } | null {
  const server = Date.parse(instant);
  if (!Number.isFinite(server)) return null;
  const wall = Date.now();
  anchor = { server, monotonic: performance.now() };
  contact = { server, wall };
  return contact;
}

/** Best known time, epoch milliseconds. */
export function bestTime(): number {
  return bestGuess(sources());
}

export function clockIsWrong(): boolean {
  return isClockWrong(sources());
}

/** The kiosk's own clocks as statements and heartbeats carry them; `monotonic` belongs to `boot`. */
export function moment(): { wall: string; monotonic: number; boot: string } {
  return { wall: new Date().toISOString(), monotonic: Math.round(performance.now()), boot };
}
