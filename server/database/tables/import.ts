/** One file that was taken in, whole. */
export interface ImportTable {
  id: string;
  prison_id: string;
  noun: string;
  /** SHA-256 of the file's text, base64url. */
  digest: string;
  lines: number;
  by_id: string;
  at: string;
}
