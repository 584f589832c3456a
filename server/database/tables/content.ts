import type { ContentState } from '../../../shared/content/version.ts';

/** The words of a page, each once, by the digest of what they are. */
export interface ContentTextTable {
  /** SHA-256 of `words`, base64url. */
  digest: string;
  /** Canonical JSON of a `Page`. */
  words: string;
}

/** A page in one language, as somebody wrote it. Version 0 is in the program and not here. */
export interface ContentVersionTable {
  id: string;
  /** Null: for all prisons. */
  prison_id: string | null;
  page: string;
  language: string;
  /** 1, 2, 3 … per page, language and prison. */
  version: number;
  text: string;
  /** JSON array of `Reader`; empty: everybody. */
  readers: string;
  /** Digest of the English text that it was written from; null for English. */
  source: string | null;
  state: ContentState;
  /** Null until it is published. */
  valid_from: string | null;
  written_by: string;
  written_at: string;
  reviewed_by: string | null;
  reviewed_at: string | null;
  /** Who published or refused it. */
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
}

/** A bundle that was given to a kiosk. */
export interface ContentBundleTable {
  prison_id: string;
  digest: string;
  /** JSON array of `BundleEntry`. */
  entries: string;
  given_at: string;
}

/** Since when a kiosk shows a bundle, as it said itself. */
export interface ContentShownTable {
  id: string;
  kiosk_id: string;
  bundle: string;
  since: string;
}
