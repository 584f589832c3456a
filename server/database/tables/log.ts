/**
 * What was done beside submissions: accounts, kiosks, the law, the time, searches. The log's leaf commits to the
 * content under the salt. Never changed, never deleted.
 */
export interface RecordTable {
  id: string;
  /** Null: done at headquarters, for no one prison; such a row has no leaf. */
  prison_id: string | null;
  kind: string;
  at: string;
  actor_id: string | null;
  /** Canonical JSON. */
  content: string;
  salt: string;
}

export interface LogHeadTable {
  prison_id: string;
  size: number;
  /** JSON array of base64url roots: the frontier. */
  frontier: string;
}

export interface LogEntryTable {
  prison_id: string;
  position: number;
  /** Canonical JSON of the leaf. */
  entry: string;
  leaf_hash: string;
  at: string;
}

/** A complete node of a stored level above the leaves; it never changes again. */
export interface LogNodeTable {
  prison_id: string;
  level: number;
  position: number;
  /** Base64url. */
  hash: string;
}

/** A head of the log as it was signed. */
export interface LogCheckpointTable {
  prison_id: string;
  /** Counts the beginnings of this log, from 1: one more each time that it went on after a loss. */
  epoch: number;
  size: number;
  root: string;
  /** As in the head: signing goes on from here without reading what came before. */
  frontier: string;
  /** The signed note, word for word, without cosignatures. */
  note: string;
  signed_at: string;
}

/** A witness's signature on a checkpoint. */
export interface LogCosignatureTable {
  prison_id: string;
  epoch: number;
  size: number;
  kiosk_id: string;
  /** The note's line. */
  line: string;
  received_at: string;
}

/** A checkpoint under this log's own signature that its entries contradict; a witness kept it. */
export interface LogEvidenceTable {
  id: string;
  prison_id: string;
  kiosk_id: string;
  fault: 'behind' | 'rewritten';
  note: string;
  found_at: string;
}

export type LogHold = 'restored' | 'behind' | 'rewritten' | 'damaged';

/** Whether a log is being signed. No row: it is, in its first epoch. */
export interface LogStateTable {
  prison_id: string;
  epoch: number;
  /** Why nothing is signed now; null while it is. */
  hold: LogHold | null;
  /** JSON object of small values. */
  detail: string;
  held_at: string | null;
  /** When the whole tree was last worked out anew from its entries, and how many there were. */
  checked_at: string | null;
  checked_size: number | null;
}

/** The head that a witness last said it holds, agreeing with this log. */
export interface LogWitnessTable {
  kiosk_id: string;
  prison_id: string;
  epoch: number;
  size: number;
  reported_at: string;
}
