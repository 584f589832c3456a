import type { Flag } from './flag.ts';

/** One row: whether the server's clock can be believed. */
export interface ClockTable {
  id: 1;
  /** ISO; the latest time that server or kiosks have seen while time was confirmed. */
  latest_seen: string;
  confirmed: Flag;
  reason: string | null;
  /** By how many milliseconds the kiosks' clocks were ahead when two people said that the server's is right. */
  kiosk_error: number;
}

export interface ClockConfirmationTable {
  staff_id: string;
  at: string;
}
