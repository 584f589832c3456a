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
