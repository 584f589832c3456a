/** A line of the register of keys for sealed letters. Never changed, never deleted. */
export interface LetterKeyTable {
  prison_id: string;
  /** 0, 1, 2 … per prison. */
  position: number;
  /** JSON of `KeyStatement`, as it was signed. */
  statement: string;
  entered_by: string;
  entered_at: string;
}

/** A night's tray of a kiosk: nobody here can tell what in it was written. Never changed, never deleted. */
export interface LetterBatchTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  night: number;
  /** JSON of `LetterBatch`. */
  batch: string;
  /** The receipt, word for word. */
  receipt: string;
  received_at: string;
}

/** Answers that a justice brought. Never changed, never deleted. */
export interface LetterSheetTable {
  id: string;
  prison_id: string;
  /** JSON of `AnswerSheet`, as it was signed. */
  sheet: string;
  entered_by: string;
  entered_at: string;
}
