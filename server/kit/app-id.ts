import { createHash } from 'node:crypto';

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest();

/**
 * The id by which Chromium starts an installed web application: its manifest id (the whole address), hashed twice
 * with SHA-256, the first sixteen bytes written in the letters a to p.
 */
export function appId(manifestId: string): string {
  const half = sha256(sha256(manifestId)).subarray(0, 16).toString('hex');
  return half.replace(/[0-9a-f]/g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
