/** What a file claims to be. */
export type FileKind = 'receipt' | 'proof' | 'checkpoint' | 'export';

/** What can be wrong; each has its words in locales/<language>/verifier.json. */
export type FaultName =
  /** Not a file of ours, or a damaged one; `where` says why. */
  | 'not-readable'
  /** A checkpoint alone says nothing without the log's key. */
  | 'key-needed'
  /** Signed with another key than the one that was given. */
  | 'another-key'
  /** The key that signs receipts does not stand for the log's key. */
  | 'key-not-vouched'
  | 'kiosk-signature'
  | 'receipt-signature'
  /** The server's receipt is about another item. */
  | 'receipt-of-another'
  | 'not-a-checkpoint'
  | 'another-log'
  | 'not-signed'
  | 'signature-false'
  /** The proof does not lead to the signed root; `where` is the name of what is wrong with it. */
  | 'not-in-log'
  | 'cosignature-false'
  /** The file ends before it says that it does. */
  | 'cut-short'
  /** The entries do not come to a root that was signed. */
  | 'root-wrong'
  /** Words that no entry knows: changed, or put in later. */
  | 'content-not-logged'
  /** An entry whose content is gone or changed. */
  | 'content-missing'
  | 'words-changed'
  | 'reply-changed'
  /** The log contradicts a head that was seen earlier. */
  | 'seen-otherwise'
  | 'shorter-than-seen'
  /** The log contradicts what stands in the minute book. */
  | 'minute-otherwise';

export interface Fault {
  readonly what: FaultName;
  /** Where in the log, counted from 0, or the size of a head; null if it has no place. */
  readonly at: number | null;
  readonly where: string | null;
}

/** What a file proves. */
export type Fact =
  /** A holder of that kiosk's key took these bytes under this number. */
  | {
      readonly what: 'kiosk-signed';
      readonly kiosk: string;
      readonly sequence: number;
      readonly hash: string;
    }
  /** The server had them on its disk. */
  | { readonly what: 'server-signed'; readonly at: string }
  /** They stand in the log that the server signed. */
  | { readonly what: 'logged'; readonly index: number; readonly size: number; readonly short: string }
  /** So many kiosks saw that log. */
  | {
      readonly what: 'cosigned';
      readonly count: number;
      readonly size: number;
      readonly by: readonly string[];
    }
  | { readonly what: 'signed-head'; readonly size: number; readonly short: string }
  /** So many entries come to the signed root, and so many contents to their entries. */
  | {
      readonly what: 'entries';
      readonly entries: number;
      readonly contents: number;
      readonly withheld: number;
    }
  /** So many heads that were seen earlier agree. */
  | { readonly what: 'agrees'; readonly count: number }
  /** The key is the one that was given, or has still to be compared with one that was written down. */
  | { readonly what: 'key'; readonly key: string; readonly given: 'yes' | 'no' };

export interface Report {
  readonly kind: FileKind | null;
  /** The first thing wrong. */
  readonly fault: Fault | null;
  /** What was proven before that. */
  readonly facts: readonly Fact[];
}

/** Ends a check at the first thing wrong. */
export class Wrong extends Error {
  readonly fault: Fault;
  constructor(what: FaultName, at: number | null = null, where: string | null = null) {
    super(`${what} at ${at ?? where}`);
    this.fault = { what, at, where };
  }
}

/** Runs a check to its end, or to the first thing that is wrong. */
export async function reportOf(
  kind: FileKind | null,
  check: (prove: (fact: Fact) => void) => Promise<void>,
): Promise<Report> {
  const facts: Fact[] = [];
  try {
    await check(fact => facts.push(fact));
    return { kind, fault: null, facts };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { kind, fault: error.fault, facts };
  }
}
