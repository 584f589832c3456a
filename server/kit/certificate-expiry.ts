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
  const notAfter = expiryOf(readFileSync(path, 'utf8'));
  return { notAfter, daysLeft: Math.floor(now.until(notAfter).total('days')) };
}

/** The last moment of a certificate in PEM. */
export function expiryOf(pem: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(new X509Certificate(pem).validToDate.getTime());
}
