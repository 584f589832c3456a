/** A sealed piece of what somebody spoke; it may come before its submission. Never changed, never deleted. */
export interface RecordingPartTable {
  recording_id: string;
  /** 0, 1, 2 … */
  position: number;
  submission_id: string;
  prison_id: string;
  kiosk_id: string;
  /** SHA-256 of the envelope's characters, base64url. */
  digest: string;
  sealed: string;
  signature: string;
  received_at: string;
}

/** What somebody typed beside a recording. A mistake is mended by another line. Never changed, never deleted. */
export interface RecordingWordsTable {
  id: string;
  submission_id: string;
  /** 0, 1, 2 … per submission. */
  position: number;
  kind: 'transcript' | 'translation';
  language: string;
  text: string;
  written_by: string;
  written_at: string;
}
