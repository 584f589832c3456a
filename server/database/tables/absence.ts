/** An officer who stands in for the officer in charge of his prison (rule 141). */
export interface AbsenceTable {
  id: string;
  prison_id: string;
  deputy_id: string;
  /** Both days are in it. */
  from_on: string;
  until_on: string;
  reason: string;
  entered_by: string;
  entered_at: string;
  /** Set when it ends before its last day: from then on nobody stands in. */
  ended_by: string | null;
  ended_at: string | null;
}
