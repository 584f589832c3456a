import type { Builds } from './builds/builds.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { IntakeQueue } from './intake/queue.ts';
import type { Keys } from './keys.ts';

/** What the routes stand on. Queries take what they need of it, `db` first. */
export interface Context {
  readonly config: Config;
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly intake: IntakeQueue;
  /** The kiosk's builds that lie on this server. */
  readonly builds: Builds;
  /** Wakes the work behind the queue: opening, name checks, sending. */
  readonly wake: () => void;
  /** The end of the certificate that is served; null without HTTPS. */
  readonly certificateEnds: Temporal.Instant | null;
  /** Aborted when the server drains; long-lived answers end with it. */
  readonly closing: AbortSignal;
}
