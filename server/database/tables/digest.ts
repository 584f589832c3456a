/** That somebody said he has read what is overdue, once on a day. */
export interface DigestReadTable {
  staff_id: string;
  /** `YYYY-MM-DD`, in his prison. */
  on_day: string;
  /** How many were late. */
  late: number;
  read_at: string;
}
