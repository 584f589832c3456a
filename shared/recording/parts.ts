import { canonicalBytes } from '../canonical.ts';
import { type Bytes, sha256, toBase64Url, utf8 } from '../crypto/bytes.ts';

/** Where a piece belongs. */
export interface PartPlace {
  readonly item: string;
  readonly recording: string;
  readonly kiosk: string;
  readonly position: number;
}

/** What the envelope of a piece is bound to: it opens nowhere else. */
export function partContext({ item, recording, kiosk, position }: PartPlace): string {
  return `${item}/${recording}/${position}/${kiosk}`;
}

/** What the kiosk signs for a piece. `digest`: SHA-256 of the envelope's characters, base64url. */
export function partBytes({ item, recording, kiosk, position }: PartPlace, digest: string): Bytes {
  return canonicalBytes({ purpose: 'sauti/recording-part/v1', item, recording, kiosk, position, digest });
}

/** The digest of a piece: of its envelope's characters. */
export async function partDigest(sealed: string): Promise<string> {
  return toBase64Url(await sha256(utf8(sealed)));
}

/** One digest for pieces in their order; the item holds that of all, a receipt that of those that came together. */
export async function partsDigest(digests: readonly string[]): Promise<string> {
  return toBase64Url(await sha256(utf8(digests.join('\n'))));
}
