/** Wrong tries, by what they were made against: `prisoner:<prison>:<number>`, `kiosk:<id>`, `staff:<name>`, … */
export interface ThrottleTable {
  key: string;
  failures: number;
  /** Epoch milliseconds. */
  not_before: number;
}
