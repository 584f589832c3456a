import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Below this many days the panel warns: time enough for a technician's visit in any month. */
export const expiryWarningDays = 60;

/** Until when a certificate holds; `daysLeft` counts whole days and is negative once it has run out. */
export interface Expiry {
  readonly notAfter: Temporal.Instant;
  readonly daysLeft: number;
}

/** Reads the first certificate in the PEM file at `path`. Throws if the file is missing or holds none. */
export function certificateExpiry(path: string, now = Temporal.Now.instant()): Expiry {
  return remaining(expiryOf(readFileSync(path, 'utf8')), now);
}

/** How long a certificate that ends at `notAfter` still holds. */
export function remaining(notAfter: Temporal.Instant, now: Temporal.Instant): Expiry {
  return { notAfter, daysLeft: Math.floor(now.until(notAfter).total('hours') / 24) };
}

/** The last moment of a certificate in PEM. */
export function expiryOf(pem: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(new X509Certificate(pem).validToDate.getTime());
}
