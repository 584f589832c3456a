/** Bytes and text: base64url without padding on the wire, UTF-8 inside. */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export type Bytes = Uint8Array<ArrayBuffer>;

export function toBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Throws SyntaxError on anything that is not base64url. */
export function fromBase64Url(text: string): Bytes {
  return Uint8Array.fromBase64(text, { alphabet: 'base64url' });
}

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Throws TypeError on invalid UTF-8: nothing is ever silently replaced. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
