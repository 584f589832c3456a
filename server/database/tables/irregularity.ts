export interface IrregularityTable {
  id: string;
  prison_id: string | null;
  at: string;
  kind: string;
  kiosk_id: string | null;
  /** JSON object of small values. */
  detail: string;
  /** What must not be reported twice: `gap:<kiosk>:<sequence>`, … */
  once: string;
}
