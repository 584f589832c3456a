import { canonicalBytes } from '../canonical.ts';
import type { BundleEntry } from './version.ts';

/** What kiosks take all of or nothing of: every page in every language, and its words by their digests. */
export interface Bundle {
  /** SHA-256 of the entries, base64url: the name by which the log knows what a kiosk showed. */
  readonly digest: string;
  readonly entries: readonly BundleEntry[];
  /** Canonical JSON of each page, whose SHA-256 is `digest`. */
  readonly texts: readonly { readonly digest: string; readonly words: string }[];
}

const key = (entry: BundleEntry) =>
  [entry.page, entry.language, entry.own ? 1 : 0, entry.validFrom, String(entry.version)].join(' ');

/** The bytes whose SHA-256 names a bundle; the order in which its entries lie does not count. */
export function bundleBytes(entries: readonly BundleEntry[]): Uint8Array<ArrayBuffer> {
  const sorted = entries.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return canonicalBytes({
    version: 1,
    entries: sorted.map(({ page, language, version, own, validFrom, readers, text }) => ({
      page,
      language,
      version,
      own,
      validFrom,
      readers: [...readers],
      text,
    })),
  });
}
